"""Addresses of the floor."""

from django.urls import path

from geste.interfaces.web.floor import calibrating, drawing, heard, page, reviewing, sending, settling

urlpatterns = [
    path("floor", page.show, name="floor"),
    path("floor/words/<int:decision_id>", sending.send, name="floor-send"),
    path("floor/repairs/<int:flag>", sending.repair, name="floor-repair"),
    path("floor/drawn/<int:sample>", reviewing.show, name="floor-review"),
    path("floor/drawn/<int:sample>/judge", reviewing.judge, name="floor-judge"),
    path("floor/draw", drawing.show, name="floor-draw"),
    path("floor/draw/<int:decision_id>", drawing.draw, name="floor-draw-one"),
    path("floor/calibrations", calibrating.begin, name="calibrate"),
    path("floor/calibrations/open", calibrating.open_one, name="calibration-open"),
    path("floor/calibrations/<int:calibration>", calibrating.show, name="calibration"),
    path("floor/calibrations/<int:calibration>/end", calibrating.end, name="calibration-end"),
    path("floor/calibrations/<int:calibration>/guideline", calibrating.guideline, name="calibration-guideline"),
    path("floor/calibrations/decisions/<int:vignette>", calibrating.look, name="calibration-case"),
    path("floor/calibrations/decisions/<int:vignette>/judge", calibrating.judge, name="calibration-judge"),
    path("floor/settle/<int:settling>", settling.show, name="floor-settle"),
    path("floor/settle/<int:settling>/conclude", settling.conclude, name="floor-conclude"),
    path("floor/conclusions/<int:conclusion>/read", settling.read, name="floor-conclusion-read"),
    path("floor/reviews/<int:review>/note", reviewing.note, name="floor-note"),
    path("floor/reviews/<int:review>/read", reviewing.read, name="floor-read"),
    path("heard", heard.show, name="heard"),
    path("heard/reviews/<int:review>/answer", heard.answer, name="heard-answer"),
    path("heard/conclusions/<int:conclusion>/answer", heard.answer_settled, name="heard-conclusion-answer"),
    path("heard/words/<int:reaction>/flag", heard.hurt, name="heard-flag"),
    path("heard/conclusions/<int:conclusion>/flag", heard.conclusion_hurt, name="heard-conclusion-flag"),
    path("heard/notes/<int:coaching>/flag", heard.note_hurt, name="heard-note-flag"),
]
