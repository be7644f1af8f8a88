WORD = "{{word}}"
