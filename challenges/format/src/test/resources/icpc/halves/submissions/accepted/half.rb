puts gets.to_f / 2
