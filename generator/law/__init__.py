"""The rules of Nghị định 30/2020/NĐ-CP that a program can measure, a module for each part of a document."""
