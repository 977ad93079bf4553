# SPDX-License-Identifier: GPL-3.0-or-later
"""Capital letters by Nghị định 30/2020/NĐ-CP, Phụ lục II, as the tests of the papers read them.

A rule takes the texts of a paper, (kind, text) with kind "text" or "cell", and returns what is
wrong. Written from the decree, not from the checker: what both get wrong is found by neither.
"""
import re

# The word before or behind must not go on.
B, E = r"(?<![\w-])", r"(?![\w-])"
# Names that our own words begin with behind a colon, semicolon or comma.
NAMES = (
    r"Ban Chỉ đạo|Ban Chỉ huy|Ban Giám|Ban Thường vụ|Bệnh viện|Câu lạc bộ|Chủ nhật|Công an|"
    r"Công đoàn|Công ty|Đảng|Đoàn|HĐND|Hội|Huyện ủy|Khoa|Kho bạc|Liên đoàn|Mặt trận|Phòng|Phó|Quản trị|Sở|Thể thao|"
    r"Trạm Y tế|Trung tâm|Trường|UBND|Ủy ban|VP|VT|Văn phòng|Viện|Thành phố Hồ Chí Minh|Thủ đô|"
    r"Quận \d|Phường \d|Chương|Điều|Mục|Phần|Kế hoạch|Quyết định|Nhân dân|Nhà nước|"
    r"Hội trường|Chủ tịch|Giám đốc|Tết|[A-ZĐ]{2,}"
)
# Names of people and places in the plans of the tests, and in the sample.
PLACES = r"Bình An|Hòa Xuân|Suối Mây|Mỹ Hưng|Cẩm Sơn|Đông Mỹ|Long Phú"
LUNAR = (
    r"(giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý) "
    r"(tý|sửu|dần|mão|thìn|tỵ|ngọ|mùi|thân|dậu|tuất|hợi)"
)
BODIES = (
    "Ban Chỉ đạo", "Ban Giám đốc", "Ban Giám hiệu", "Ban Thường vụ", "Bệnh viện Đa khoa",
    "Đoàn Thanh niên", "Hội Chữ thập đỏ", "Hội đồng nhân dân", "Hội Liên hiệp Phụ nữ",
    "Hội Sinh viên", "Liên đoàn Lao động", "Mặt trận Tổ quốc", "Sở Giáo dục và Đào tạo", "Sở Y tế",
    "Trạm Y tế", "Trung tâm Y tế", "Ủy ban nhân dân", "Viện Huyết học",
)
POSTS = (
    "Phó Chủ tịch", "Phó Giám đốc", "Phó Hiệu trưởng", "Phó Trưởng", "Thủ tướng Chính phủ",
    "Chủ tịch UBND", "Chủ tịch Ủy ban", "Chủ tịch Hội", "Giám đốc Bệnh viện", "Giám đốc Công ty",
    "Giám đốc Sở", "Giám đốc Trung tâm", "Trưởng Ban Chỉ đạo", "Bí thư Đoàn",
)
DOCUMENTS = "kế hoạch|quyết định|nghị định|thông tư|hướng dẫn|công văn|chỉ thị|nghị quyết|báo cáo"
DAYS = "hai|ba|tư|năm|sáu|bảy"
MONTHS = "giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười một|mười hai|mười|chạp"


def own(texts):
    """Without what stands in capital letters as a whole (1.2 says where), and without quoted names."""
    for kind, text in texts:
        bare = re.sub(r"“[^”]*”", "“”", text)
        bare = re.sub(r"^(?:[-+*•]|[IVX]+\.|\d+(?:\.\d+)*\.?|[a-zđ]\)) +", "", bare)
        if bare != bare.upper():
            yield kind, bare


def begins(text, at):
    """Whether a sentence begins at @at."""
    before = text[:at].rstrip("“(* ")
    return before == "" or before[-1] in ".?!"


def search(texts, pattern, good=lambda text, match: False):
    return [
        text[max(0, m.start() - 15) : m.end() + 15]
        for _, text in own(texts)
        for m in re.finditer(pattern, text)
        if not good(text, m)
    ]


def exactly(texts, names):
    """Names that stand in other letters than these; whole words in capitals are no fault."""
    found = []
    for name in names:
        for _, text in own(texts):
            for m in re.finditer(B + re.escape(name) + E, text, re.I):
                if m[0] not in (name, name.upper()) and not (
                    begins(text, m.start()) and m[0][1:] == name[1:]
                ):
                    found.append(m[0])
    return found


def sentences(texts):
    """A sentence begins in a capital, and nothing else does but names."""
    found = []
    for kind, text in own(texts):
        first = re.search(r"[^\W_]", text)
        if kind == "text" and first and first[0].islower():
            found.append(text[:30])
        # What the words of a figure begin with is no sentence, but never in small letters either.
        if text.startswith("Bằng chữ: "):
            continue
        for m in re.finditer(r"[.?!]”? +(\w)", text):
            if m[1].islower():
                found.append(text[m.start() - 10 : m.end() + 10])
        for m in re.finditer(r"(?:[:;,…]|về việc) +(?=[^\W\d_])", text):
            rest = text[m.end() :]
            if rest[0].isupper() and not re.match(f"(?:{NAMES}|{PLACES}){E}", rest):
                found.append(text[max(0, m.start() - 10) : m.end() + 15])
    return found


def units(texts):
    """The kind of an administrative unit in small letters."""
    found = search(texts, B + r"(?:[Tt]hành Phố|[Tt]hị Trấn|[Tt]hị Xã|[Đđ]ặc Khu)" + E)
    joined = lambda text, m: begins(text, m.start())
    return found + search(
        texts,
        B + r"(?:Tỉnh|Thành phố(?! Hồ Chí Minh)|Quận|Huyện|Xã|Phường|Thị xã|Thị trấn|Đặc khu)"
        r" (?=\w)(?!\d|ủy|đoàn|hội)",
        joined,
    )


def joined_units(texts):
    """… but in capitals where it is one with a figure or a name of a person; Thủ đô Hà Nội."""
    return search(
        texts, B + r"(?:(?:quận|phường|xã|huyện) \d|thành phố Hồ Chí Minh|thủ đô Hà Nội)"
    )


def bodies(texts):
    return exactly(texts, BODIES)


def special(texts):
    """Nhân dân, Nhà nước; in the name of a body or of a document that is cited, as that has it."""
    whose = r"(?:[Ủủ]y ban|Hội đồng|Tòa án|Viện kiểm sát|Công an|Quân đội) $"
    cited = lambda text, m: re.search(whose, text[: m.start()]) or text.startswith("Căn cứ")
    found = search(texts, B + "(?:nhân dân|Nhân Dân)" + E, cited)
    kind = lambda text, m: re.search("(?:ngân sách|cơ quan|quản lý) $", text[: m.start()])
    return found + search(texts, B + "(?:nhà nước|Nhà Nước)" + E, kind)


def tet(texts):
    """Tết for itself; of "tết Nguyên đán" the first syllable of the name."""
    found = search(texts, B + "(?:nguyên đán|nguyên Đán|Nguyên Đán)" + E)
    found += search(texts, B + "tết" + E + "(?! (?:Nguyên đán|Trung thu|Đoan ngọ))")
    at_start = lambda text, m: begins(text, m.start())
    return found + search(texts, B + "Tết(?= (?:Nguyên đán|Trung thu))", at_start)


def lunar_years(texts):
    both = lambda text, m: m[1][0].isupper() and m[2][0].isupper() or m[0].isupper()
    return search(texts, f"(?i){B}{LUNAR}{E}", both)


def weekdays(texts):
    """thứ Hai … thứ Bảy, Chủ nhật, tháng Tám; "lần thứ hai" counts."""
    counted = lambda text, m: re.search(r"(?:lần|đợt|buổi|ngày) $", text[: m.start()])
    found = search(texts, f"{B}[Tt]hứ (?:{DAYS}){E}", counted)
    at_start = lambda text, m: begins(text, m.start())
    found += search(texts, f"{B}Thứ (?:(?i:{DAYS})){E}", at_start)
    found += search(texts, f"{B}tháng (?:{MONTHS}){E}(?! nay| này| trước| sau)")
    return found + search(texts, f"{B}(?:chủ nhật|Chủ Nhật|chủ Nhật){E}")


def holidays(texts):
    """The first syllable of the name of a day."""
    return search(
        texts,
        B + r"[Nn]gày (?:thầy thuốc|quốc tế|thế giới|nhà giáo|doanh nhân|Thầy Thuốc|Quốc Tế|"
        r"Thế Giới|Nhà Giáo)" + E,
    )


def posts(texts):
    return exactly(texts, POSTS)


def documents(texts):
    """The kind of a document that is meant in particular."""
    return search(texts, f"{B}(?:{DOCUMENTS}) (?:số:? ?[\\d…]|này{E})")


def parts(texts):
    """Phần, Chương, Mục, Điều in capitals, khoản and điểm in small letters."""
    at_start = lambda text, m: begins(text, m.start())
    found = search(texts, B + r"(?:Khoản \d|Điểm (?:\d|[a-zđ]" + E + "))", at_start)
    return found + search(texts, B + r"(?:phần|chương) [IVX]|" + B + r"(?:điều|mục) \d")


# A right and a wrong sentence for each rule.
RULES = {
    sentences: ("Các thôn thực hiện như sau: lập danh sách; gửi báo cáo về việc tổ chức đợt hai.",
                "Các trường thực hiện: Lập danh sách; gửi báo cáo."),
    units: ("Đoàn công tác đi từ tỉnh Hòa Xuân đến xã Suối Mây, rồi về thành phố Bình An.",
            "Đoàn công tác về thành Phố Bình An bằng xe khách."),
    joined_units: ("Người dân Quận 1 và Phường 8 của Thành phố Hồ Chí Minh, Thủ đô Hà Nội cùng dự.",
                   "Người dân quận 1 đến dự đông đủ."),
    bodies: ("Hội Chữ thập đỏ, Mặt trận Tổ quốc và Sở Y tế cùng Ban Chỉ đạo phối hợp.",
             "Mời Hội chữ Thập đỏ phối hợp."),
    special: ("Chính sách của Nhà nước được phổ biến đến Nhân dân.",
              "Chính sách được phổ biến đến nhân dân."),
    tet: ("Trước tết Nguyên đán có một đợt, trong dịp Tết có lực lượng trực.",
          "Trong dịp tết có lực lượng trực."),
    lunar_years: ("Kế hoạch đón xuân Ất Tỵ và xuân Đinh Mùi đã xong.",
                  "Kế hoạch đón xuân Ất tỵ đã xong."),
    weekdays: ("Buổi họp mở vào thứ Năm, tổng vệ sinh vào Chủ nhật, tháng Tám nghỉ.",
               "Buổi họp mở vào Thứ bảy hằng tuần."),
    holidays: ("Gặp mặt nhân ngày Thầy thuốc Việt Nam và ngày Quốc tế Lao động.",
               "Gặp mặt nhân ngày thầy thuốc Việt Nam."),
    posts: ("Mời ông Phó Chủ tịch UBND xã và bà Giám đốc Trung tâm Y tế phát biểu.",
            "Mời ông Phó chủ tịch UBND xã phát biểu."),
    documents: ("Nội dung theo Kế hoạch số 90/KH-UBND và các việc của Kế hoạch này.",
                "Nội dung theo kế hoạch số 90/KH-UBND đã gửi."),
    parts: ("Thực hiện theo điểm a khoản 2 Điều 10 của Chương III.",
            "Thực hiện theo Khoản 2 Điều 10 quy định đó."),
}
