"""The canned replies that a new desk begins with; the shop makes them its own."""

from __future__ import annotations

from tuiticket.engine.model.canned import CannedReply

CANNED: tuple[CannedReply, ...] = (
    CannedReply(
        key="received",
        name="We are looking into it 正在处理",
        bodies={
            "en": "Hello {customer},\n\nthank you for writing. We are looking into it and will"
            " tell you more soon. Your ticket has the number {number}.\n\n{agent}, {shop}",
            "zh": "{customer}，您好！\n\n您的问题已收到，我们正在处理，有进展会马上告诉您。"
            "工单号：{number}。\n\n{shop} {agent}",
        },
    ),
    CannedReply(
        key="photo",
        name="Please send a photo 请提供照片",
        bodies={
            "en": "Hello {customer},\n\nwe are sorry that something is wrong with order {order}."
            " Please send us a photo of the damage and of the label on the box, then we can decide"
            " at once.\n\n{agent}, {shop}",
            "zh": "{customer}，您好！\n\n订单 {order} 给您带来不便，非常抱歉。"
            "请发一张问题部位和外箱面单的照片，我们会马上为您处理。\n\n{shop} {agent}",
        },
    ),
    CannedReply(
        key="tracking",
        name="Where the parcel is 物流进度",
        bodies={
            "en": "Hello {customer},\n\nyour order {order} is on its way. The number of the parcel"
            " is {tracking}.\n\n{agent}, {shop}",
            "zh": "{customer}，您好！\n\n您的订单 {order} 已发出，运单号 {tracking}。"
            "\n\n{shop} {agent}",
        },
    ),
    CannedReply(
        key="refund",
        name="Refund on its way 退款已提交",
        bodies={
            "en": "Hello {customer},\n\nwe have sent the refund for order {order}. Depending on"
            " your bank it takes one to five working days to arrive.\n\n{agent}, {shop}",
            "zh": "{customer}，您好！\n\n订单 {order} 的退款已提交，"
            "视银行不同 1 至 5 个工作日到账。\n\n{shop} {agent}",
        },
    ),
    CannedReply(
        key="solved",
        name="Is everything in order now? 问题解决了吗",
        bodies={
            "en": "Hello {customer},\n\nwe hope that everything is in order now. If not, just"
            " answer this message and we go on.\n\n{agent}, {shop}",
            "zh": "{customer}，您好！\n\n希望问题已经解决。如果还有疑问，直接回复即可，"
            "我们会继续跟进。\n\n{shop} {agent}",
        },
    ),
)
