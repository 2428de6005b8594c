-- The state of each task as of :day, and the last day of its last milestone.
WITH said AS (           -- what had been typed by the day, in its order; a row counts from the day of completion
  SELECT seq, task, label, word, percent, day, coalesce(completed, day) AS counted,
         row_number() OVER (PARTITION BY task ORDER BY day, seq) AS nth
  FROM result WHERE day <= :day AND word IS NOT NULL
), bound AS (            -- an extension moves the last day from its document's day on
  SELECT m.id, m.task, m.label, m.required,
         count(*) OVER (PARTITION BY m.task) = 1 AND (m.label IS NULL OR NOT t.ongoing) AS whole,
         CASE WHEN extended IS NOT NULL AND granted <= :day THEN extended ELSE m.last END AS last
  FROM milestone m JOIN task t ON t.id = m.task
), spoken AS (           -- each row beside each milestone it speaks of: its own rows and those of the whole task
  SELECT b.id, s.nth, s.word, s.percent, s.counted,
         s.label IS NOT NULL OR b.whole AS own,
         s.word = 'Hoàn thành' AND s.counted <= :day AND (s.label IS NOT NULL OR b.whole OR b.last <= max(s.day, s.counted)) AS finished,
         coalesce(s.percent >= b.required, 0) AND s.counted <= :day AS reached
  FROM bound b JOIN said s ON s.task = b.task AND (s.label IS NULL OR s.label = b.label)
), standing AS (         -- rows that meet and that no later row takes back
  SELECT p.id, p.counted FROM spoken p WHERE (p.finished OR p.reached) AND NOT EXISTS (
    SELECT 1 FROM spoken q WHERE q.id = p.id AND q.nth > p.nth AND q.own >= p.own AND NOT q.finished AND NOT q.reached
      AND q.word IN ('Chưa thực hiện', 'Đang thực hiện')
      AND (p.finished AND NOT p.reached OR q.percent IS NOT NULL OR q.word = 'Chưa thực hiện'))
), judged AS (
  SELECT b.*, (SELECT min(counted) FROM standing s WHERE s.id = b.id) AS met FROM bound b
), of_task AS (
  SELECT task, count(*) AS milestones, count(met) AS met, max(met > last) AS met_late, max(last) AS last,
         max(met IS NULL AND last < :day) AS late, max(last) < (SELECT issued FROM plan) AS past
  FROM judged GROUP BY task
), latest AS (           -- the latest row, and whether any part of the task was last said to be under way
  SELECT task, label, word, counted, max(nth) FROM said GROUP BY task
), moving AS (
  SELECT DISTINCT task FROM (SELECT task, label, word, max(nth) FROM said GROUP BY task, label)
  WHERE word IN ('Đang thực hiện', 'Hoàn thành')
)
SELECT t.id, t.place, t.section, t.ongoing, t.first, o.last, o.milestones IS NOT NULL AS dated,
  CASE
    WHEN l.word = 'Tạm dừng' THEN 'paused'
    WHEN l.word = 'Chưa phát sinh' THEN 'not_arisen'
    WHEN l.word IS NULL AND o.past THEN 'not_reported'  -- over before the plan was signed: left open by the design
    WHEN o.met = o.milestones AND NOT t.ongoing THEN CASE WHEN o.met_late THEN 'done_late' ELSE 'done_on_time' END
    WHEN o.late THEN CASE WHEN o.met > 0 OR started THEN 'in_progress_late' ELSE 'not_started_late' END
    WHEN l.word IS NULL THEN 'not_reported'
    WHEN o.milestones AND NOT t.ongoing THEN CASE WHEN o.met > 0 OR started THEN 'in_progress' ELSE 'not_started' END
    WHEN l.word = 'Hoàn thành' AND l.counted <= :day AND (l.label IS NULL OR NOT t.ongoing) THEN 'done'
    WHEN l.word = 'Chưa thực hiện' THEN 'not_started'
    WHEN t.ongoing THEN 'ongoing'
    ELSE 'in_progress'
  END AS state
FROM (SELECT task.*, id IN (SELECT task FROM moving) AND coalesce((SELECT word FROM latest WHERE task = id
        AND (SELECT count(*) FROM milestone m WHERE m.task = id) = 1) <> 'Chưa thực hiện', 1) AS started FROM task) t
LEFT JOIN of_task o ON o.task = t.id LEFT JOIN latest l ON l.task = t.id
ORDER BY t.place
