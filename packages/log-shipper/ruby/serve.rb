# Runs events through a filter script: each line of standard input is a JSON array of events, each line of standard output
# the JSON of what came out of them: {"events": [...], "failures": n, "error": the last exception's message}.
# The inline tests are run first, as Logstash does; when one does not pass, nothing is served.
require_relative 'filter_script'

$stdout.sync = true
script = FilterScript.new(ARGV.fetch(0), JSON.parse(ARGV.fetch(1, '{}')))
wrong = script.test_results.reject { |result| result.status == 'passed' }
abort "#{ARGV[0]}: #{wrong[0].test}: #{wrong[0].expectation}: #{wrong[0].status}" unless wrong.empty?
puts({ ready: "#{RUBY_ENGINE} #{RUBY_VERSION}" }.to_json)

$stdin.set_encoding('UTF-8')
$stdin.each_line do |line|
  failures = 0
  error = nil
  events = JSON.parse(line).flat_map do |fields|
    out = script.filter(LogStash::Event.new(fields))
    if out.last.is_a?(StandardError)
      error = out.pop.message
      failures += 1
    end
    out
  end
  puts({ events: events.map(&:to_hash_with_metadata), failures: failures, error: error }.to_json)
end
