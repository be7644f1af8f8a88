select
  to_char(months.first_day, 'YYYY-MM') as month,
  count(o.id) as orders,
  coalesce(sum(o.cents), 0) / 100 as revenue
from generate_series(
  make_date(:year, 1, 1)::timestamp,
  make_date(:year, 12, 1)::timestamp,
  interval '1 month'
) as months (first_day)
left join paid_orders o
  on date_trunc('month', o.placed_at at time zone 'Europe/Berlin') = months.first_day
group by months.first_day
order by months.first_day
