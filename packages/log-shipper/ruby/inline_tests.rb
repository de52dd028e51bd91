# Runs the inline tests of filter scripts: one JSON line a result; ends with 1 when one of them did not pass.
require_relative 'filter_script'

results = ARGV.flat_map do |path|
  FilterScript.new(path).test_results.map { |result| result.to_h.merge(script: path) }
end
results.each { |result| puts result.to_json }
exit(results.all? { |result| result[:status] == 'passed' } && results.any? ? 0 : 1)
