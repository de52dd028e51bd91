import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** Sets a user's password for SCRAM, which kafkajs cannot: BROKERS USER PASSWORD. */
public class SetScramPassword {
  public static void main(String[] args) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) args[0]))) {
      for (ScramMechanism mechanism : List.of(ScramMechanism.SCRAM_SHA_256, ScramMechanism.SCRAM_SHA_512)) {
        ScramCredentialInfo info = new ScramCredentialInfo(mechanism, 4096);
        var credential = new UserScramCredentialUpsertion(args[1], info, args[2]);
        // Kafka takes one mechanism of a user a request.
        admin.alterUserScramCredentials(List.of(credential)).all().get();
      }
    }
  }
}
