# Turns one line of the aggregator's log into the fields of a document. Logstash's ruby filter loads this file (option
# `path`) and runs the tests at its end before it opens the pipeline; the development shipper runs the same file.
#
# In:  what Filebeat sends: message, @timestamp (when it was read), host.name, log.offset, log.file.*, app, environment, service.
# Out: metric_name, metric_value, instance, mountpoint, interface, scope and @timestamp of a logged sample; log.level and
#      @timestamp of any other line; event.created (when it was read); log.bytes and log.end (the line's place in its file:
#      where bytes add up to the end of the last line, no line is missing); tags; [@metadata][document_id].
# A line that is not understood stays: its text, a tag, and the reason in error.message.
#
# The file is evaluated once for the pipeline and once for each test, so it defines methods only, no constants.
require 'digest'
require 'json'

def register(_params)
  @sample_phrase = 'Sending JSON to VictoriaMetrics: '
  @success_phrase = 'Successfully processed and sent metrics'
  # ISO 8601 as our aggregator writes it, and the form of Go's logger (without a zone: UTC), then perhaps a level.
  @line_head = %r{\A(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)?\s+
                  (?:\[?(trace|debug|info|warn|warning|error|fatal)\]?:?\s+)?}xi
  @levels = { 10 => 'trace', 20 => 'debug', 30 => 'info', 40 => 'warn', 50 => 'error', 60 => 'fatal' }
  @label_fields = { '__name__' => 'metric_name', 'instance' => 'instance', 'mountpoint' => 'mountpoint',
                    'interface' => 'interface', 'scope' => 'scope' }
end

def filter(event)
  line = event.get('message').to_s
  event.set('[event][created]', event.get('@timestamp')) unless event.include?('[event][created]')
  event.set('[@metadata][document_id]', document_id(event, line))
  place(event, line)
  at_phrase = line.index(@sample_phrase)
  if line.start_with?('{')
    structured(event, line)
  else
    head = heading(event, line)
    if at_phrase
      sample(event, line[(at_phrase + @sample_phrase.length)..-1])
    elsif line.include?(@success_phrase)
      event.tag('metrics_success')
    elsif !head
      failed(event, '_unknownline', 'neither a time nor a known phrase')
    end
  end
  [event]
end

# The same line of the same file is the same document, however often it is sent.
def document_id(event, line)
  file = event.get('[log][file][fingerprint]') || event.get('[log][file][inode]') || event.get('[log][file][path]')
  offset = event.get('[log][offset]')
  place = file && offset ? "#{file}:#{offset}" : "#{event.get('@timestamp')}:#{line}"
  Digest::SHA256.hexdigest("#{event.get('[host][name]')}:#{place}")[0, 40]
end

def place(event, line)
  offset = event.get('[log][offset]')
  return unless offset.is_a?(Integer)

  bytes = line.bytesize + 1 # the line break
  event.set('[log][bytes]', bytes)
  event.set('[log][end]', offset + bytes)
end

# Time and level that stand in front of a line. True when there is a time.
def heading(event, line)
  found = @line_head.match(line)
  return false unless found

  year, month, day, hour, minute, second = found[1..6].map(&:to_i)
  microseconds = found[7] ? found[7][0, 6].ljust(6, '0').to_i : 0
  time = Time.utc(year, month, day, hour, minute, second, microseconds) - zone_seconds(found[8])
  event.set('@timestamp', LogStash::Timestamp.new(time))
  level(event, found[9])
  true
rescue ArgumentError # the 32nd of a month
  false
end

def zone_seconds(zone)
  return 0 if zone.nil? || zone.casecmp('Z').zero?

  seconds = zone[1, 2].to_i * 3600 + zone[4, 2].to_i * 60
  zone.start_with?('-') ? -seconds : seconds
end

def level(event, word)
  return unless word

  word = word.downcase
  event.set('[log][level]', word == 'warning' ? 'warn' : word)
end

# A sample as it goes to VictoriaMetrics: {"metric":{"__name__":..., labels},"values":[v],"timestamps":[ms]}
def sample(event, text)
  sample = JSON.parse(text)
  value, time = one_value(sample)
  labels = sample['metric']
  unless labels.is_a?(Hash) && labels['__name__'].is_a?(String) && !labels['__name__'].empty?
    raise ArgumentError, 'the sample has no name'
  end

  @label_fields.each do |label, field|
    event.set(field, labels[label]) if labels[label].is_a?(String)
  end
  event.set('metric_value', value.to_f)
  event.set('@timestamp', LogStash::Timestamp.new(Time.at(time / 1000, time % 1000 * 1000).utc))
  event.tag('has_victoria_metrics_json')
rescue JSON::ParserError
  failed(event, '_metricparsefailure', 'what follows the phrase is not JSON')
rescue ArgumentError => e
  failed(event, '_metricparsefailure', e.message)
end

def one_value(sample)
  raise ArgumentError, 'the sample is not an object' unless sample.is_a?(Hash)

  values = sample['values']
  times = sample['timestamps']
  unless values.is_a?(Array) && times.is_a?(Array) && values.length == 1 && times.length == 1
    raise ArgumentError, 'the sample has not exactly one value and one timestamp'
  end
  raise ArgumentError, 'the value is not a number' unless values[0].is_a?(Numeric) && values[0].to_f.finite?
  # Up to the year 9999: what Elasticsearch's date format takes.
  unless times[0].is_a?(Integer) && times[0] >= 0 && times[0] < 253_402_300_800_000
    raise ArgumentError, 'the timestamp is not in milliseconds'
  end

  [values[0], times[0]]
end

# A diagnostic as pino writes it: {"level":30,"time":1795398549587,"msg":"...", more}
def structured(event, line)
  entry = JSON.parse(line)
  text = entry['msg'] || entry['message']
  return failed(event, '_unknownline', 'an object without a message') unless text.is_a?(String)

  event.set('message', text)
  level(event, @levels[entry['level']] || (entry['level'].is_a?(String) ? entry['level'] : nil))
  if entry['time'].is_a?(Integer)
    event.set('@timestamp', LogStash::Timestamp.new(Time.at(entry['time'] / 1000, entry['time'] % 1000 * 1000).utc))
  elsif entry['time'].is_a?(String)
    heading(event, "#{entry['time']} ")
  end
  event.tag('metrics_success') if text.include?(@success_phrase)
  details = entry.reject { |key, _| %w[level time msg message].include?(key) }
  event.set('details', details) unless details.empty?
rescue JSON::ParserError
  failed(event, '_unknownline', 'starts like JSON and is none')
end

def failed(event, tag, reason)
  event.tag(tag)
  event.set('[error][message]', reason)
end

# Tests in the manner of Logstash's ruby filter. A pipeline whose filter fails one of them does not start.

test 'a logged sample' do
  parameters { {} }
  in_event do
    { 'message' => '2025-08-30T12:00:01.250Z INFO Sending JSON to VictoriaMetrics: {"metric":{"__name__":"disk_used_percent","job":"gomon","instance":"node-a","scope":"host","mountpoint":"/var/lib"},"values":[71.375],"timestamps":[1756555200123]}',
      'host' => { 'name' => 'aggregator-0' }, 'log' => { 'offset' => 4711, 'file' => { 'fingerprint' => 'abc' } } }
  end

  expect('one event comes out') { |events| events.size == 1 }
  expect('the name of the sample') { |events| events[0].get('metric_name') == 'disk_used_percent' }
  expect('the value is a number') { |events| events[0].get('metric_value') == 71.375 && events[0].get('metric_value').is_a?(Float) }
  expect('the labels') { |events| %w[instance mountpoint scope].map { |f| events[0].get(f) } == %w[node-a /var/lib host] }
  expect('no field for a label it has not') { |events| !events[0].include?('interface') }
  expect('the time of the sample, not of the line') { |events| events[0].get('@timestamp').to_s == '2025-08-30T12:00:00.123Z' }
  expect('the time it was read') { |events| events[0].include?('[event][created]') }
  expect('the level') { |events| events[0].get('[log][level]') == 'info' }
  expect('the tag') { |events| events[0].get('tags') == ['has_victoria_metrics_json'] }
  expect('the line is kept') { |events| events[0].get('message').include?('Sending JSON') }
  expect('an id') { |events| events[0].get('[@metadata][document_id]') =~ /\A[0-9a-f]{40}\z/ }
end

test 'zero, a whole number and a tiny one' do
  parameters { {} }
  in_events do
    %w[0 42 5e-324 -0.5].map do |value|
      { 'message' => 'Sending JSON to VictoriaMetrics: {"metric":{"__name__":"int_bytes_recv_mb","interface":"eth0"},"values":[' + value + '],"timestamps":[1756555200000]}' }
    end
  end

  expect('are values') { |events| events.map { |e| e.get('metric_value') } == [0.0, 42.0, 5e-324, -0.5] }
  expect('all as floating point') { |events| events.all? { |e| e.get('metric_value').is_a?(Float) } }
end

test 'a line of the Go aggregator' do
  parameters { {} }
  in_event { { 'message' => '2025/08/30 12:00:01 Sending JSON to VictoriaMetrics: {"metric":{"__name__":"cpu_usage_percent","instance":"a"},"values":[3.5],"timestamps":[1756555200000]}' } }

  expect('its sample is read') { |events| events[0].get('metric_value') == 3.5 }
end

test 'the same place of the same file' do
  parameters { {} }
  in_events do
    [['a', 'f', 1], ['a', 'f', 1], ['a', 'f', 2], ['a', 'g', 1], ['b', 'f', 1]].map do |host, file, offset|
      { 'message' => 'x', 'host' => { 'name' => host }, 'log' => { 'offset' => offset, 'file' => { 'fingerprint' => file } } }
    end
  end

  expect('has the same id') { |events| events[0].get('[@metadata][document_id]') == events[1].get('[@metadata][document_id]') }
  expect('and every other place another one') { |events| events.map { |e| e.get('[@metadata][document_id]') }.uniq.size == 4 }
end

test 'lines one after the other' do
  parameters { {} }
  in_events do
    [['2025-08-30T12:00:01Z INFO größer', 0], ['{"level":30,"msg":"x"}', 35]].map do |line, offset|
      { 'message' => line, 'log' => { 'offset' => offset } }
    end
  end

  expect('leave no gap: each begins where the one before ends') { |events| events[0].get('[log][end]') == events[1].get('[log][offset]') }
  expect('count their bytes and the line break') { |events| events[1].get('[log][bytes]') == 23 && events[1].get('[log][end]') == 58 }
end

test 'a batch that went through' do
  parameters { {} }
  in_event { { 'message' => '2025-08-30T12:00:01Z INFO Successfully processed and sent metrics: 60 samples' } }

  expect('is tagged') { |events| events[0].get('tags') == ['metrics_success'] }
  expect('at its own time') { |events| events[0].get('@timestamp').to_s.start_with?('2025-08-30T12:00:01') }
end

test 'a sample that is cut, empty, without a name, with text for a number, with two values, in seconds of text, not finite' do
  parameters { {} }
  in_events do
    ['{"metric":{"__name__":"cpu_usage_percent"},"val', '', '{"metric":{},"values":[1],"timestamps":[1756555200000]}',
     '{"metric":{"__name__":"a"},"values":["1"],"timestamps":[1756555200000]}',
     '{"metric":{"__name__":"a"},"values":[1,2],"timestamps":[1756555200000,1756555200001]}',
     '{"metric":{"__name__":"a"},"values":[1],"timestamps":["1756555200"]}',
     '{"metric":{"__name__":"a"},"values":[1e999],"timestamps":[1756555200000]}', '[]', 'null'].map do |json|
      { 'message' => "2025-08-30T12:00:01.250Z INFO Sending JSON to VictoriaMetrics: #{json}" }
    end
  end

  expect('is tagged') { |events| events.all? { |e| e.get('tags') == ['_metricparsefailure'] } }
  expect('says why') { |events| events.all? { |e| e.get('[error][message]').is_a?(String) } }
  expect('keeps its text') { |events| events.all? { |e| e.get('message').include?('Sending JSON to VictoriaMetrics: ') } }
  expect('gets no value') { |events| events.none? { |e| e.include?('metric_value') || e.include?('metric_name') } }
  expect('has the time of the line') { |events| events.all? { |e| e.get('@timestamp').to_s == '2025-08-30T12:00:01.250Z' } }
end

test 'a diagnostic line' do
  parameters { {} }
  in_event { { 'message' => '2025-08-30T12:00:01.250Z WARN VictoriaMetrics refused the connection' } }

  expect('has a level') { |events| events[0].get('[log][level]') == 'warn' }
  expect('its own time') { |events| events[0].get('@timestamp').to_s == '2025-08-30T12:00:01.250Z' }
  expect('and no tag') { |events| events[0].get('tags').nil? }
end

test 'a time with a zone' do
  parameters { {} }
  in_events { [{ 'message' => '2025-08-30T14:30:01+02:30 INFO x' }, { 'message' => '2025-08-30T04:00:01-08:00 INFO x' }] }

  expect('is the same moment') { |events| events.all? { |e| e.get('@timestamp').to_s.start_with?('2025-08-30T12:00:01') } }
end

test 'a structured diagnostic' do
  parameters { {} }
  in_events do
    [{ 'message' => '{"level":50,"time":1756555200123,"code":"KAFKA_UNREACHABLE","msg":"no broker answers"}' },
     { 'message' => '{"level":"warn","time":"2025-08-30T12:00:00.123Z","msg":"slow"}' }]
  end

  expect('is read by its message') { |events| events.map { |e| e.get('message') } == ['no broker answers', 'slow'] }
  expect('by its level') { |events| events.map { |e| e.get('[log][level]') } == %w[error warn] }
  expect('by its time') { |events| events.all? { |e| e.get('@timestamp').to_s == '2025-08-30T12:00:00.123Z' } }
  expect('and keeps the rest') { |events| events[0].get('[details][code]') == 'KAFKA_UNREACHABLE' }
end

test 'a line of no known form' do
  parameters { {} }
  in_events { [{ 'message' => 'goroutine 1 [running]:' }, { 'message' => '{"level":30' }, { 'message' => '[1]' }, { 'message' => '2025-08-32T12:00:01Z INFO x' }] }

  expect('is kept and tagged') { |events| events.all? { |e| e.get('tags') == ['_unknownline'] } }
  expect('with its text') { |events| events[0].get('message') == 'goroutine 1 [running]:' }
end
