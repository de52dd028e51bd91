import java.io.DataInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends what comes on standard input, each preceded by its length, by Kafka's own producer. */
public class ProduceCodec {
  public static void main(String[] args) throws Exception {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", args[0]);
    properties.put("compression.type", args[2]);
    properties.put("acks", "all");
    properties.put("linger.ms", "50");
    properties.put("max.request.size", "16000000");
    properties.put("buffer.memory", "64000000");
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(properties, bytes, bytes);
        DataInputStream in = new DataInputStream(System.in)) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      int length;
      while ((length = in.readInt()) > 0) {
        sent.add(producer.send(new ProducerRecord<>(args[1], 0, null, in.readNBytes(length))));
      }
      for (Future<RecordMetadata> one : sent) {
        System.out.println(one.get().offset());
      }
    }
  }
}
