#!/usr/bin/env bash
# raw_limit.sh - what PostgreSQL alone can do with the write-set of one B2B order on this machine.
#
# Write-set of one order (one transaction, durable commit):
#   1 order row, 10 order lines, 10 conditional stock reservations
#   (reserved=reserved+q WHERE on_hand-reserved>=q), 1 credit account update (conditional),
#   2 ledger rows, 1 job/outbox row.
#
# Usage:  bench/raw_limit.sh            all variants (about 40 min; SECS=6 REPS=1 CLIENTS="1 8": 7 min)
#         ONLY='set1' SHAPES='uniform' CLIENTS='8' SECS=10 REPS=3 bench/raw_limit.sh
#         PGCONF=tuned bench/raw_limit.sh    shared_buffers=4GB, max_wal_size=16GB instead of the stock postgresql.conf
#         KEEP=1 keeps the data directory and leaves the server running.
#         STOP=1 measures nothing: it stops such a server and removes its data.
# Output: one TSV row per run on stdout and in $WORK/raw_limit.tsv
#   conf shape variant clients rep orders/s avg_ms p50_ms p99_ms failed our_cpu% other_cpu% orders wal_bytes_per_order pg_cpu_ms_per_order
#   (latency is of one transaction: of 32 orders in batch32; orders, WAL and PostgreSQL's processor time include the warm-up)
# Before each run it waits up to QUIET_WAIT=60 s for other work on the machine to end.
#   (cpu percentages are of the whole machine; kernel threads of our own I/O count as other; a run with other_cpu% above 15 is not a quiet run)
#
# Only 127.0.0.1 is used. As root the server runs as system user postgres.
set -euo pipefail
PGBIN=${PGBIN:-/usr/lib/postgresql/15/bin}
WORK=${WORK:-${TMPDIR:-/tmp}/raw_limit}
PORT=${PORT:-54329}
SECS=${SECS:-10}
REPS=${REPS:-3}
CLIENTS=${CLIENTS:-"1 8 32"}
SHAPES=${SHAPES:-"uniform hot"}
ONLY=${ONLY:-"row rowpipe set4 set1 set1late batch32 bucket"}
PGCONF=${PGCONF:-default}
QUIET_WAIT=${QUIET_WAIT:-60}
SKUS=${SKUS:-1000000}; DEALERS=${DEALERS:-40000}; LINES=10; BATCH=32; BUCKETS=64
mkdir -p "$WORK"; chmod 755 "$WORK"
TSV=$WORK/raw_limit.tsv

as_pg() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"; else "$@"; fi; }
sql()  { "$PGBIN/psql" -h 127.0.0.1 -p "$PORT" -U postgres -X -q -v ON_ERROR_STOP=1 -At "$@"; }

start_server() {
  D=$WORK/data
  if [ ! -s "$D/PG_VERSION" ]; then
    mkdir -p "$D"; [ "$(id -u)" = 0 ] && chown postgres "$D" "$WORK"
    as_pg "$PGBIN/initdb" -D "$D" -A trust -U postgres -E UTF8 --locale=C.UTF-8 >/dev/null
  fi
  local extra=(-c listen_addresses=127.0.0.1 -c port="$PORT" -c unix_socket_directories=${TMPDIR:-/tmp} -c max_connections=100
               -c fsync=on -c synchronous_commit=on -c full_page_writes=on)
  if [ "$PGCONF" = tuned ]; then
    extra+=(-c shared_buffers=4GB -c max_wal_size=16GB -c checkpoint_timeout=15min)
  fi
  as_pg "$PGBIN/pg_ctl" -D "$D" status >/dev/null || as_pg "$PGBIN/pg_ctl" -D "$D" -w -l "$D/server.log" -o "${extra[*]}" start >/dev/null
  PM=$(head -1 "$D/postmaster.pid"); PORT=$(sed -n 4p "$D/postmaster.pid") # of one that ran already, its own
}
stop_server() { as_pg "$PGBIN/pg_ctl" -D "$WORK/data" -m fast -w stop >/dev/null 2>&1 || true; }

load() {
  sql -c "select 1 from stock limit 1" >/dev/null 2>&1 && return 0
  sql <<SQL
create table stock(sku int primary key, on_hand bigint not null, reserved bigint not null) with (fillfactor=70);
create table stock_bucket(sku int, bucket int, on_hand bigint not null, reserved bigint not null, primary key(sku,bucket)) with (fillfactor=50);
create table credit(dealer_id int primary key, credit_limit bigint not null, used bigint not null) with (fillfactor=70);
create sequence orders_id_seq cache 1;
create table orders(id bigint primary key default nextval('orders_id_seq'), dealer_id int not null, status smallint not null, total bigint not null, created_at timestamptz not null default now());
create index on orders(dealer_id, created_at);
create table order_line(order_id bigint, line_no int, sku int not null, qty int not null, unit_price bigint not null, net bigint not null, primary key(order_id,line_no));
create table ledger(id bigserial primary key, dealer_id int not null, order_id bigint not null, kind smallint not null, amount bigint not null, created_at timestamptz not null default now());
create index on ledger(dealer_id, id);
create table job(id bigserial primary key, kind text not null, payload jsonb not null, run_at timestamptz not null default now());
insert into stock select g, 1000000000, 0 from generate_series(1,$SKUS) g;
insert into stock_bucket select 1, b, 1000000000/$BUCKETS, 0 from generate_series(1,$BUCKETS) b;
insert into credit select g, 1000000000000, 0 from generate_series(1,$DEALERS) g;
SQL
  sql -c "vacuum analyze" -c checkpoint
}

# ---- script generation -------------------------------------------------------------------
# SKUs are stratified uniform: line i draws from the i-th tenth of the SKU range, so the ten
# SKUs are distinct and sorted (no deadlocks) and all 1,000,000 are hit with equal chance.
# hot: one line of every order is the same SKU (the first to be locked; in set1late the last).
# A new connection first scans the stock table once, so that its page tables are warm, as those
# of a long-lived pool connection are; the log before WARM seconds is not counted.
gen_vars() { # shape
  local step=$((SKUS/LINES)) i
  gen_warm
  echo "\\set d random(1,$DEALERS)"
  for i in $(seq 1 $LINES); do
    if [ "$1" = hot ] && [ "$i" = 1 ]; then echo "\\set s1 1"; else echo "\\set s$i random($((step*(i-1)+1)),$((step*i)))"; fi
    echo "\\set q$i random(1,3)"
  done
  echo "\\set t 1000*(:q1+:q2+:q3+:q4+:q5+:q6+:q7+:q8+:q9+:q10)"
}
arr() { local p=$1 from=${2:-1} o="" i; for i in $(seq "$from" $LINES); do o="$o,:$p$i"; done; echo "array[${o#,}]::int[]"; }
gen_warm() { printf '%s\n' '\if :warm = 0' '\set warm 1' "select sum(reserved) from stock;" "select count(*) from stock where sku>0;" "select sum(used) from credit;" '\endif'; }
gen_row() { local i
  gen_vars "$1"; echo "begin;"
  echo "insert into orders(dealer_id,status,total) values(:d,1,:t) returning id as oid \\gset"
  for i in $(seq 1 $LINES); do
    echo "update stock set reserved=reserved+:q$i where sku=:s$i and on_hand-reserved>=:q$i returning sku as ok \\gset"
    echo "insert into order_line values(:oid,$i,:s$i,:q$i,1000,1000*:q$i);"
  done
  echo "update credit set used=used+:t where dealer_id=:d and credit_limit-used>=:t returning 1 as ok \\gset"
  echo "insert into ledger(dealer_id,order_id,kind,amount) values(:d,:oid,1,:t);"
  echo "insert into ledger(dealer_id,order_id,kind,amount) values(:d,:oid,2,-(:t::bigint));"
  echo "insert into job(kind,payload) values('order.placed',jsonb_build_object('order',:oid::bigint));"
  echo "commit;"
}
gen_rowpipe() { # the same statements, sent in one protocol pipeline (what a Go pgx batch does)
  gen_row "$1" | sed -e 's/^begin;/\\startpipeline\nbegin;/' -e 's/^commit;/commit;\n\\endpipeline/' \
    -e 's/ returning id as oid \\gset/;/' -e 's/ returning \(sku\|1\) as ok \\gset/;/' -e "s/:oid\b/currval('orders_id_seq')/g"
}
rest_cte() { cat <<SQL
o as (insert into orders(dealer_id,status,total) values(:d,1,:t) returning id),
l as (insert into order_line select o.id,v.n,v.sku,v.q,1000,1000*v.q from o, unnest($(arr s),$(arr q)) with ordinality v(sku,q,n) returning 1),
g as (insert into ledger(dealer_id,order_id,kind,amount) select :d,o.id,k,case k when 1 then :t::bigint else -:t::bigint end from o, (values(1),(2)) x(k) returning 1),
j as (insert into job(kind,payload) select 'order.placed',jsonb_build_object('order',o.id) from o returning 1),
c as (update credit set used=used+:t where dealer_id=:d and credit_limit-used>=:t returning 1)
SQL
}
stock_set() { echo "update stock s set reserved=s.reserved+v.q from unnest($(arr s),$(arr q)) v(sku,q) where s.sku=v.sku and s.on_hand-s.reserved>=v.q returning 1"; }
one() { tr '\n' ' '; echo; }
gen_set4() { # 4 round trips
  gen_vars "$1"; echo "begin;"
  echo "with s as ($(stock_set)) select 1/(count(*)=$LINES)::int as ok from s \\gset"
  { echo "with"; rest_cte; echo "select 1/((select count(*) from c)=1)::int as ok, (select count(*) from l) as l,(select count(*) from g) as g,(select count(*) from j) as j"; } | one | sed 's/ *$/ \\gset/'
  echo "commit;"
}
gen_set1() { # 1 round trip, stock locked first
  gen_vars "$1"
  { echo "with s as ($(stock_set)),"; rest_cte
    echo "select 1/((select count(*) from s)=$LINES)::int, 1/((select count(*) from c)=1)::int, (select count(*) from l),(select count(*) from g),(select count(*) from j);"; } | one
}
gen_set1late() { # 1 round trip, stock locked as the last thing before commit
  gen_vars "$1" | sed "s/^\\\\set s1 1\$/\\\\set s1 random(2,$((SKUS/LINES)))/" | { if [ "$1" = hot ]; then sed "s/^\\\\set s10 .*/\\\\set s10 $SKUS/"; else cat; fi; }
  { echo "with s as ($(stock_set)),"; rest_cte
    echo "select (select count(*) from l),(select count(*) from g),(select count(*) from j), 1/((select count(*) from c)=1)::int, 1/((select count(*) from s)=$LINES)::int;"; } | one
}
gen_bucket() { # hot SKU split in $BUCKETS rows, taken with SKIP LOCKED; the nine others set-based
  [ "$1" = hot ] || return 1
  gen_vars "$1"
  { echo "with s as (update stock s set reserved=s.reserved+v.q from unnest($(arr s 2),$(arr q 2)) v(sku,q) where s.sku=v.sku and s.on_hand-s.reserved>=v.q returning 1),"
    echo "p as (select sku,bucket from stock_bucket where sku=:s1 and on_hand-reserved>=:q1 order by (bucket + :d) % $BUCKETS limit 1 for update skip locked),"
    echo "h as (update stock_bucket b set reserved=b.reserved+:q1 from p where b.sku=p.sku and b.bucket=p.bucket returning 1),"
    rest_cte
    echo "select (select count(*) from l),(select count(*) from g),(select count(*) from j), 1/((select count(*) from c)=1)::int, 1/((select count(*) from s)=$((LINES-1)))::int, 1/((select count(*) from h)=1)::int;"; } | one
}
gen_batch32() { # $BATCH independent orders committed by one transaction (a combining writer)
  local step=$((SKUS/LINES)) hot=false; [ "$1" = hot ] && hot=true
  gen_warm; cat <<SQL | one
with r as materialized (select nextval('orders_id_seq') id, (1+floor(random()*$DEALERS))::int d from generate_series(1,$BATCH) g),
ln as materialized (select r.id, r.d, i n, case when $hot and i=1 then 1 else ((i-1)*$step+1+floor(random()*$step))::int end sku, (1+floor(random()*3))::int q from r, generate_series(1,$LINES) i),
tot as materialized (select id, d, sum(q)*1000 t from ln group by id,d),
a as materialized (select sku,sum(q) q from ln group by sku order by sku),
ca as materialized (select d,sum(t) t from tot group by d order by d),
o as (insert into orders(id,dealer_id,status,total) select id,d,1,t from tot returning 1),
l as (insert into order_line select id,n,sku,q,1000,1000*q from ln returning 1),
g as (insert into ledger(dealer_id,order_id,kind,amount) select d,id,k,case k when 1 then t else -t end from tot,(values(1),(2)) x(k) returning 1),
j as (insert into job(kind,payload) select 'order.placed',jsonb_build_object('order',id) from tot returning 1),
c as (update credit set used=used+ca.t from ca where dealer_id=ca.d and credit_limit-used>=ca.t returning 1),
s as (update stock s set reserved=s.reserved+a.q from a where s.sku=a.sku and s.on_hand-s.reserved>=a.q returning 1)
select (select count(*) from o),(select count(*) from l),(select count(*) from g),(select count(*) from j),
1/((select count(*) from s)=(select count(*) from a))::int, 1/((select count(*) from c)=(select count(*) from ca))::int;
SQL
}

# ---- measuring ---------------------------------------------------------------------------
HZ=$(getconf CLK_TCK); NCPU=$(nproc)
busy() { awk '/^cpu /{print $2+$3+$4+$7+$8}' /proc/stat; } # without idle, iowait and steal
quiet() { # wait up to QUIET_WAIT seconds for other work on this machine to end (2 s below 10 % of the CPUs)
  local end=$((SECONDS+QUIET_WAIT)) a
  while [ $SECONDS -lt $end ]; do a=$(busy); sleep 2; [ $(( ($(busy)-a)*100/(2*HZ*NCPU) )) -lt 10 ] && return 0; done; return 0; }
pgticks() { # postmaster with reaped children, plus live children
  local t=0 p
  for p in $PM $(cat /proc/$PM/task/$PM/children); do
    [ -r /proc/$p/stat ] && t=$((t+$(sed 's/.*) //' /proc/$p/stat | awk -v pm=$([ $p = $PM ] && echo 1 || echo 0) '{print $12+$13+(pm?$14+$15:0)}')))
  done; echo $t; }
one_run() { # shape variant clients rep
  local f=$WORK/$1.$2.sql per=1 opts="" log=$WORK/log out=$WORK/out.txt
  case $2 in batch32) per=$BATCH; opts="-c enable_hashjoin=off -c enable_mergejoin=off -c enable_seqscan=off";; esac
  rm -rf "$log"; mkdir -p "$log"
  quiet; local warm=$(( $3>8 ? 15 : 4 ))
  local w0 b0 p0 x0 t0 w1 b1 p1 x1 t1 c
  w0=$(sql -c "select pg_current_wal_lsn()-'0/0'"); x0=$(sql -c "select count(*) from orders")
  b0=$(busy); p0=$(pgticks); t0=$(date +%s.%N)
  c=$( { TIMEFORMAT='%U %S'; time PGOPTIONS="$opts -c max_parallel_workers_per_gather=0" "$PGBIN/pgbench" -h 127.0.0.1 -p "$PORT" -U postgres -n -M prepared -c "$3" -j "$(( $3<NCPU ? $3 : NCPU ))" -T "$((SECS+warm))" -D warm=0 \
        -l --log-prefix="$log/l" -f "$f" postgres >"$out" 2>"$WORK/err.txt"; } 2>&1 )
  t1=$(date +%s.%N); sleep 0.3; p1=$(pgticks); b1=$(busy)
  w1=$(sql -c "select pg_current_wal_lsn()-'0/0'"); x1=$(sql -c "select count(*) from orders")
  ! grep -q 'error' "$WORK/err.txt" || { cat "$out" "$WORK/err.txt" >&2; return 1; }
  local n tps avg=0 failed; n=$(awk '/actually processed/{print $NF}' "$out")
  failed=$(awk '/failed transactions/{print $5}' "$out"); [ -s "$WORK/err.txt" ] && failed="$failed!"
  cat "$log"/l.* | awk -v t="$t0" -v w=$warm -v s=$SECS -v tf="$WORK/tps.txt" '$5+$6/1e6 > t+w { n++; if ($5+$6/1e6-$3/1e6 > t+w) print $3/1000 } END { print n/s >tf }' | sort -n >"$WORK/lat.txt"; tps=$(cat "$WORK/tps.txt")
  awk -v conf="$PGCONF" -v sh="$1" -v v="$2" -v cl="$3" -v rep="$4" -v tps="$tps" -v per=$per -v avg="$avg" -v failed="$failed" -v cu="$c" \
      -v b=$((b1-b0)) -v p=$((p1-p0)) -v hz="$HZ" -v nc="$NCPU" -v w=$(awk "BEGIN{print $t1-$t0+0.3}") -v dx=$((x1-x0)) -v n="$n" -v wal=$((w1-w0)) '
    {a[NR]=$1; sum+=$1} END{avg=NR?sum/NR:0; split(cu,u," "); ours=p/hz+u[1]+u[2]; i99=int(NR*.99)+1; if (i99>NR) i99=NR;
      printf "%s\t%s\t%s\t%s\t%s\t%.0f\t%.2f\t%.2f\t%.2f\t%s\t%.0f\t%.0f\t%d\t%.0f\t%.3f\n",conf,sh,v,cl,rep,tps*per,avg,a[int(NR*.5)+1],a[i99],failed,100*ours/w/nc,100*(b/hz-ours)/w/nc,dx,wal/(dx>0?dx:1),1000*p/hz/(dx>0?dx:1)}' "$WORK/lat.txt" | tee -a "$TSV"
}
verify() { # what was written must agree with itself
  sql -c "select 'check orders='||count(*) from orders" \
      -c "select 'check lines_per_order_ok='||(count(*)=10*(select count(*) from orders)) from order_line" \
      -c "select 'check reserved_equals_lines='||((select sum(reserved) from stock)+(select sum(reserved) from stock_bucket)=(select sum(qty) from order_line))" \
      -c "select 'check credit_equals_orders='||((select sum(used) from credit)=(select sum(total) from orders))" \
      -c "select 'check jobs_equal_orders='||((select count(*) from job)=(select count(*) from orders))"
}
trap '[ "${KEEP:-0}" = 1 ] || { stop_server; rm -rf "$WORK/data"; }' EXIT
[ "${STOP:-0}" != 1 ] || exit 0
start_server; load
printf 'conf\tshape\tvariant\tclients\trep\torders_s\tavg_ms\tp50_ms\tp99_ms\tfailed\tour_cpu\tother_cpu\torders\twal_B\tpg_ms\n' | tee -a "$TSV"
for rep in $(seq 1 "$REPS"); do for shape in $SHAPES; do for v in $ONLY; do
  gen_$v "$shape" >"$WORK/$shape.$v.sql" || continue
  for c in $CLIENTS; do one_run "$shape" "$v" "$c" "$rep"; done
done; done; done
verify
