from other import x
