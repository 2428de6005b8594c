"""Nghị định 30/2020/NĐ-CP as data: each rule with its clause, the template builder, the checker."""
