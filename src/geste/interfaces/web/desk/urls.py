"""Addresses of the agent's desk."""

from django.urls import path

from geste.interfaces.web.desk import (
    case,
    charter,
    cord,
    feedback,
    forgetting,
    give,
    linking,
    opening,
    proof,
    queue,
    receipt,
)

urlpatterns = [
    path("", queue.show, name="queue"),
    path("cases/new", opening.show, name="new-case"),
    path("cases/new/customers", opening.customers, name="customers"),
    path("cases/<slug:reference>", case.show, name="case"),
    path("cases/<slug:reference>/facts", case.state, name="facts"),
    path("cases/<slug:reference>/verdict", give.verdict, name="verdict"),
    path("cases/<slug:reference>/give", give.give, name="give"),
    path("cases/<slug:reference>/root-issue", case.root_issue, name="root-issue"),
    path("cases/<slug:reference>/understanding", case.understanding, name="understanding"),
    path("cases/<slug:reference>/close", case.close, name="close"),
    path("cases/<slug:reference>/link", linking.link, name="link"),
    path("cases/<slug:reference>/forget", forgetting.forget, name="forget"),
    path("cases/<slug:reference>/help", cord.pull, name="help"),
    path("help", cord.line, name="help-line"),
    path("receipts/<int:gesture_id>", receipt.show, name="receipt"),
    path("receipts/<int:gesture_id>/take-back", receipt.take_back, name="receipt-take-back"),
    path("receipts/<int:gesture_id>/proof", proof.show, name="receipt-proof"),
    path("receipts/<int:gesture_id>/file", proof.download, name="receipt-file"),
    path("receipts/mine", proof.mine, name="my-receipts"),
    path("receipts/mine/export", proof.export, name="my-receipts-export"),
    path("receipts/verifier", proof.verifier, name="verifier"),
    path("decisions/<int:decision_id>/feedback", feedback.show, name="feedback"),
    path("feedback/<int:feedback_id>/withdraw", feedback.withdraw, name="feedback-withdraw"),
    path("charter", charter.show, name="charter"),
]
