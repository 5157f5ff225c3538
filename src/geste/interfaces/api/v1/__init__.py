"""Version 1 of the API: one router and one schema module per resource."""

from geste import __version__
from geste.interfaces.api.v1 import afterwards, batches, charters, decisions, feedback, gestures, hops, noes
from geste.interfaces.api.v1.callers import ASKED_EACH_TIME
from geste.interfaces.api.v1.described import DescribedApi
from geste.interfaces.api.v1.problems import answer_problems

api = DescribedApi(
    title="Geste",
    version=__version__,
    description="Decide by the charter, give, and read the charter in force.",
    urls_namespace="api-1",
    auth=ASKED_EACH_TIME,
    docs_url=None,
)
api.add_router("decisions", decisions.router)
api.add_router("decisions", feedback.router)
api.add_router("cases", gestures.router)
api.add_router("gestures", batches.router)
api.add_router("gestures", afterwards.router)
api.add_router("cases", hops.of_cases)
api.add_router("hops", hops.router)
api.add_router("cases", noes.of_cases)
api.add_router("handovers", noes.router)
api.add_router("wishes", noes.wishes)
api.add_router("charter", charters.router)
answer_problems(api)
