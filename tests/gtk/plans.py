# SPDX-License-Identifier: GPL-3.0-or-later
"""A commune's plan as it is typed: made up, the same head and end around each test's own text."""

HEAD = """ỦY BAN NHÂN DÂN XÃ SÔNG TRÀ
BAN CHỈ ĐẠO VẬN ĐỘNG HIẾN MÁU TÌNH NGUYỆN

Số: 12/KH-BCĐ

Sông Trà, ngày 10 tháng 12 năm 2026

KẾ HOẠCH

Tổ chức ngày hội hiến máu tình nguyện năm 2027

Căn cứ Kế hoạch số 20/KH-BCĐ ngày 25/11/2026 của Ban Chỉ đạo tỉnh về vận động hiến máu tình nguyện năm 2027.

I. MỤC ĐÍCH, YÊU CẦU

"""

END = """
Trên đây là Kế hoạch của Ban Chỉ đạo xã./.

Nơi nhận:
- Ban Chỉ đạo tỉnh (để báo cáo);
- Lưu: VT.

TM. BAN CHỈ ĐẠO
TRƯỞNG BAN

Nguyễn Văn Bình
"""


def commune_plan(text):
    """The whole plan with this text as its parts."""
    return f"{HEAD}{text.strip()}\n{END}"
