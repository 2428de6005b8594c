-- Milestones past their last day and not met, as of :day. A row of Kết quả speaks of its own milestone, or of the whole.
WITH due AS (
  SELECT m.rowid AS mid, m.task, m.label, m.required,
         CASE WHEN m.extended IS NOT NULL AND (m.granted IS NULL OR m.granted <= :day) THEN m.extended ELSE m.last END AS last,
         (m.extended IS NULL OR m.granted > :day) AND m.last < :issued AS before_plan,
         (SELECT count(*) FROM milestone o WHERE o.task = m.task) = 1 AND m.task NOT IN (SELECT task FROM constant) AS single
  FROM milestone m
), said AS (
  SELECT d.mid, d.last, d.required, r.word, r.percent, r.place,
         (d.single OR r.label = d.label) AND (d.single OR r.label <> '') AS own,
         max(r.day, coalesce(r.completed, r.day)) AS reach,
         coalesce(r.completed, r.day) > :day AS later
  FROM due d JOIN result r ON r.task = d.task AND r.day <= :day AND r.word <> '' AND (d.single OR r.label IN ('', d.label))
), told AS (
  SELECT *, NOT later AND (coalesce(percent >= required, 0)
         OR word = 'Hoàn thành' AND percent IS NULL AND (own OR last IS NULL OR last <= reach)) AS meets,
         word = 'Hoàn thành' AND percent IS NULL AND NOT later AND NOT own AS asked
  FROM said
), met AS (
  SELECT DISTINCT p.mid FROM told p WHERE p.meets AND NOT EXISTS (
    SELECT 1 FROM told q WHERE q.mid = p.mid AND q.place > p.place AND NOT q.meets AND NOT q.asked AND (q.own OR NOT p.own)
      AND (p.word = 'Hoàn thành' OR q.percent IS NOT NULL AND NOT q.later OR q.word = 'Chưa thực hiện'))
), excused AS (
  SELECT mid FROM told t WHERE own AND word IN ('Chưa phát sinh', 'Tạm dừng') AND NOT EXISTS (
    SELECT 1 FROM told q WHERE q.mid = t.mid AND q.place > t.place AND (q.own OR q.meets))
), still AS (
  SELECT r.task FROM result r WHERE r.day <= :day AND r.word <> '' AND r.word IN ('Chưa phát sinh', 'Tạm dừng')
    AND (r.label = '' OR (SELECT count(*) FROM milestone o WHERE o.task = r.task) = 1 AND r.task NOT IN (SELECT task FROM constant))
    AND NOT EXISTS (SELECT 1 FROM result q WHERE q.task = r.task AND q.day <= :day AND q.word <> '' AND q.place > r.place)
)
SELECT DISTINCT task FROM due WHERE last < :day AND NOT before_plan AND mid NOT IN met AND mid NOT IN excused AND task NOT IN still
