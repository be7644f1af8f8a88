def problems_of(score):
    """All that is wrong with it, in the order of the fields."""
    return [
        {"field": field, "message": message}
        for field, is_right, message in (
            ("title", is_text(score["title"]), "A title has 1 to 100 characters."),
            ("composer", is_text(score["composer"]), "A composer has 1 to 100 characters."),
            (
                "voices",
                score["voices"] and len(set(score["voices"])) == len(score["voices"]),
                "There is at least one voice, and none twice.",
            ),
            ("copies", 1 <= score["copies"] <= 200, "There are 1 to 200 copies."),
        )
        if not is_right
    ]


def is_text(value):
    return value.strip() != "" and len(value) <= 100
