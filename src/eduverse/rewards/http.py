"""The ledger's routes."""

from typing import Any

from litestar import Controller, Request, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, SkipValidation

from eduverse.rewards.limits import ClassLimits
from eduverse.rewards.mirroring import Purse
from eduverse.rewards.schemas import ClassLimitView, OnChain, OwnRewards, SetClassLimit
from eduverse.vocabulary.principal import Principal

__all__ = ["RewardController"]

Limits = NamedDependency[SkipValidation[ClassLimits]]
Purses = NamedDependency[SkipValidation[Purse]]
PathId = FromPath[str]
HttpRequest = Request[Principal, Any, Any]


class RewardController(Controller):
    path = "/api/rewards"
    tags = ["Rewards"]

    @get("/me")
    async def mine(self, request: HttpRequest, purse: Purses) -> OwnRewards:
        """How many tokens you have, and how many of them are on the chain or on their way there."""
        tokens, mirrored = await purse.contents(request.user.user_id)
        return OwnRewards(tokens=tokens, on_chain=OnChain.of(tokens, mirrored) if mirrored else None)

    @get("/classrooms/{classroom_id:str}/limit")
    async def limit(self, request: HttpRequest, classroom_id: PathId, class_limits: Limits) -> ClassLimitView:
        """The most that a student can earn in a class in a day."""
        found = await class_limits.limit(request.user, classroom_id)
        return ClassLimitView(tokens_per_day=found.per_day)

    @put("/classrooms/{classroom_id:str}/limit")
    async def set_limit(
        self, request: HttpRequest, classroom_id: PathId, data: JSONBody[SetClassLimit], class_limits: Limits
    ) -> ClassLimitView:
        """Set it, for a class you teach: for what is earned from now on."""
        found = await class_limits.set_limit(request.user, classroom_id, data.tokens_per_day)
        return ClassLimitView(tokens_per_day=found.per_day)
