"""Training: situations to practise on, made from a charter and judged by it."""
