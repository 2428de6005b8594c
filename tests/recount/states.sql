-- The state of each task as of :day, and the last day of its last milestone. A row of sheet Kết quả meets a milestone, or
-- takes back what earlier rows said; what is met is met since the earliest day of the rows since it was last open.
WITH said AS MATERIALIZED (   -- what had been typed by the day, in its order; completed on a later day, it is under way until then
  SELECT task, label, day, coalesce(completed, day) AS counted,
         CASE WHEN word = 'Hoàn thành' AND completed > :day THEN 'Đang thực hiện' ELSE word END AS word,
         CASE WHEN completed > :day THEN NULL ELSE percent END AS percent,
         row_number() OVER (PARTITION BY task ORDER BY day, seq) AS nth
  FROM result r WHERE day <= :day AND word IS NOT NULL
), duty AS MATERIALIZED (   -- an extension moves the last day from its document's day on; a task without milestones is one itself
  SELECT m.id, m.task, m.label, coalesce(m.required, 100) AS required, t.ongoing,
         CASE WHEN granted <= :day THEN extended ELSE m.last END AS last,
         m.last < (SELECT issued FROM plan) AND (extended IS NULL OR granted > :day) AS past,
         count(*) OVER (PARTITION BY m.task) = 1 AND NOT t.ongoing AS whole
  FROM milestone m JOIN task t ON t.id = m.task
  UNION ALL
  SELECT -rowid, id, NULL, 100, ongoing, NULL, NULL, 1 FROM task WHERE id NOT IN (SELECT task FROM milestone)
), spoken AS MATERIALIZED (   -- each row beside each duty it speaks of: its own rows and those of the whole task
  SELECT d.id, d.task, s.nth, s.word, s.percent, s.counted, s.label IS NOT NULL OR d.whole AS own,
         coalesce(s.percent >= d.required, s.word = 'Hoàn thành'
           AND (s.label IS NOT NULL OR d.whole OR coalesce(d.last, '') <= max(s.day, s.counted))) AS meets,
         s.word = 'Hoàn thành' AND s.percent IS NULL AS finished
  FROM duty d JOIN said s ON s.task = d.task AND (d.whole OR s.label IS NULL OR s.label = d.label)
), taken AS MATERIALIZED (   -- what meets is taken back by a later word of its own milestone; a share not by "Đang thực hiện" alone
  SELECT p.id, p.nth, p.counted, min(q.nth) AS back
  FROM spoken p LEFT JOIN spoken q ON q.id = p.id AND q.nth > p.nth AND NOT q.meets AND NOT q.finished AND q.own >= p.own
    AND (p.word = 'Hoàn thành' OR q.percent IS NOT NULL OR q.word = 'Chưa thực hiện')
  WHERE p.meets GROUP BY p.id, p.nth
), opened AS (           -- the last row after which nothing stood
  SELECT s.id, max(s.nth) AS nth FROM spoken s
  WHERE NOT EXISTS (SELECT 1 FROM taken t WHERE t.id = s.id AND t.nth <= s.nth AND coalesce(t.back > s.nth, 1)) GROUP BY s.id
), judged AS MATERIALIZED (
  SELECT d.*, (SELECT min(counted) FROM taken t WHERE t.id = d.id
                 AND t.nth > coalesce((SELECT nth FROM opened o WHERE o.id = d.id), 0)) AS met,
         (SELECT word FROM spoken s WHERE s.id = d.id ORDER BY nth DESC LIMIT 1) AS word,
         (SELECT word FROM spoken s WHERE s.id = d.id AND (s.own OR s.meets) ORDER BY nth DESC LIMIT 1) AS own_word
  FROM duty d
), lifted AS MATERIALIZED (   -- a milestone that is paused or has not arisen is neither late nor missing
  SELECT *, met IS NULL AND coalesce(own_word IN ('Chưa phát sinh', 'Tạm dừng'), 0) AS lifted FROM judged
), of_task AS (
  SELECT task, count(*) AS duties, count(met) AS met, total(lifted) AS lifted, max(last) AS last,
         total(lifted AND own_word = 'Tạm dừng') AS paused,
         total(met IS NULL AND NOT lifted AND NOT past AND last < :day) AS late,
         total(NOT lifted AND NOT past AND last IS NOT NULL) AS in_force, total(NOT past AND met > last) AS met_late,
         total(NOT lifted AND last IS NOT NULL) AS dated, total(NOT lifted AND met <= last) AS in_time,
         total(word IN ('Đang thực hiện', 'Hoàn thành')) AS moving
  FROM lifted GROUP BY task
), latest AS (           -- the latest row of the task, and the latest that speaks of the whole of it
  SELECT task, word, label IS NULL OR task IN (SELECT task FROM duty WHERE whole) AS of_whole, nth FROM said
), top AS (
  SELECT task, word, of_whole, max(nth) FROM latest GROUP BY task
), whole AS (
  SELECT task, word, max(nth) FROM latest WHERE of_whole GROUP BY task
), t AS (
  SELECT task.*, o.*, top.word AS word, top.of_whole, whole.word AS whole_word,
         o.met OR o.moving OR task.ongoing AND coalesce(whole.word IN ('Đang thực hiện', 'Hoàn thành'), 0) AS begun
  FROM task JOIN of_task o ON o.task = task.id LEFT JOIN top ON top.task = task.id LEFT JOIN whole ON whole.task = task.id
)
SELECT id, place, section, ongoing, first, last, last IS NOT NULL AS dated,
  CASE
    WHEN of_whole AND word = 'Tạm dừng' THEN 'paused'
    WHEN of_whole AND word = 'Chưa phát sinh' THEN 'not_arisen'
    WHEN late THEN CASE WHEN begun THEN 'in_progress_late' ELSE 'not_started_late' END
    WHEN word IS NULL THEN 'not_reported'
    WHEN met + lifted = duties AND (NOT ongoing OR whole_word = 'Hoàn thành') THEN CASE
      WHEN paused THEN 'paused'
      WHEN NOT met THEN 'not_arisen'
      WHEN in_force THEN CASE WHEN met_late THEN 'done_late' ELSE 'done_on_time' END
      WHEN dated AND in_time = dated THEN 'done_on_time'  -- all of it due before the plan was signed
      ELSE 'done' END
    WHEN NOT begun AND (NOT ongoing OR word = 'Chưa thực hiện') THEN 'not_started'
    WHEN ongoing THEN 'ongoing'
    ELSE 'in_progress'
  END AS state
FROM t ORDER BY place
