-- The counts of tasks that a report gives as of :day, from the table `state`; those not "trong đó" add up to the plan.
WITH named AS (
  SELECT *, state LIKE 'done%' AS done, state LIKE '%_late' AND state <> 'done_late' AS overdue,
         state IN ('ongoing', 'not_started', 'in_progress', 'not_reported') AS open FROM state
)
SELECT count(*) AS "Số nhiệm vụ trong kế hoạch",
  total(overdue OR done AND (last <= :day OR state = 'done_late')) AS "Số nhiệm vụ đến hạn",
  total(done) AS "Số nhiệm vụ đã hoàn thành",
  total(state IN ('done_on_time', 'done')) AS "Số nhiệm vụ hoàn thành đúng hạn",
  total(state = 'done_late') AS "Số nhiệm vụ hoàn thành quá hạn",
  total(overdue) AS "Số nhiệm vụ quá hạn chưa hoàn thành",
  total(state = 'ongoing' OR ongoing AND state = 'not_reported' AND coalesce(first, '') <= :day)
    AS "Số nhiệm vụ thường xuyên",
  total(ongoing AND state = 'not_started') AS "Số nhiệm vụ thường xuyên chưa triển khai",
  total(open AND NOT dated AND NOT ongoing) AS "Số nhiệm vụ theo chỉ đạo của cấp trên hoặc khi phát sinh",
  total(state = 'not_arisen') AS "Số nhiệm vụ chưa phát sinh",
  total(state = 'paused') AS "Số nhiệm vụ tạm dừng",
  total(open AND state <> 'ongoing' AND (dated AND NOT ongoing OR ongoing AND state = 'not_reported' AND first > :day))
    AS "Số nhiệm vụ chưa đến hạn",
  total(done AND (last <= :day OR state = 'done_late')) AS "hoàn thành của số đến hạn",
  total(done AND state <> 'done_late' AND last > :day) AS "hoàn thành trước hạn",
  total(done AND NOT dated) AS "hoàn thành không định hạn"
FROM named
