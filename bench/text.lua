-- Sends the requests that Bodies.java wrote, one after another, each once while they last.
local data, ends, at

function init()
  local file = assert(io.open(os.getenv("BENCH_REQUESTS"), "rb"))
  data = file:read("*a")
  file:close()
  ends = { 0 }
  for line in io.lines(os.getenv("BENCH_REQUESTS") .. ".ends") do
    ends[#ends + 1] = tonumber(line)
  end
  at = tonumber(os.getenv("BENCH_FIRST") or "0")
end

function request()
  at = at + 1
  if at >= #ends then at = 1 end
  return string.sub(data, ends[at] + 1, ends[at + 1])
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    'BENCH {"requests":%d,"micros":%d,"p50":%d,"p99":%d,"p999":%d,"worst":%d,"refused":%d,"broken":%d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    latency:percentile(99.9), latency.max, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
