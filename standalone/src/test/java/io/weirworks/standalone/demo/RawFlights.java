package io.weirworks.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The report of a day, computed from the raw files without Spark, and CSV files read.
 *
 * @param data where the raw files are
 */
public record RawFlights(Path data) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

  private static final class Airport {
    private final Set<String> destinations = new HashSet<>();
    private int flights;
    private int late;
    private long minutes;
    private int worst = Integer.MIN_VALUE;

    BigDecimal average() {
      return BigDecimal.valueOf(minutes)
          .divide(BigDecimal.valueOf(flights), 2, RoundingMode.HALF_UP);
    }
  }

  /** Rows of texts, worst average first. */
  public List<List<String>> report(LocalDate day) throws IOException {
    Map<String, Airport> airports = new TreeMap<>();
    for (JsonNode flight : new ObjectMapper().readTree(data.resolve("flights-10k.json").toFile())) {
      if (flight.path("date").asText().startsWith(DAY.format(day))) {
        count(airports.computeIfAbsent(flight.path("origin").asText(), a -> new Airport()), flight);
      }
    }
    Map<String, List<String>> places = new HashMap<>();
    csv(data.resolve("airports.csv")).forEach(row -> places.put(row.getFirst(), row));
    return airports.entrySet().stream()
        .filter(entry -> places.containsKey(entry.getKey()))
        .sorted(
            Map.Entry.<String, Airport>comparingByValue(
                    Comparator.comparing(Airport::average).reversed())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> row(places.getOrDefault(entry.getKey(), List.of()), entry.getValue()))
        .toList();
  }

  private static void count(Airport airport, JsonNode flight) {
    int delay = flight.path("delay").asInt();
    airport.destinations.add(flight.path("destination").asText());
    airport.flights++;
    airport.late += delay >= 15 ? 1 : 0;
    airport.minutes += delay;
    airport.worst = Math.max(airport.worst, delay);
  }

  private static List<String> row(List<String> place, Airport airport) {
    List<String> row = new ArrayList<>(place.subList(0, 4));
    row.add(String.valueOf(airport.destinations.size()));
    row.add(String.valueOf(airport.flights));
    row.add(String.valueOf(airport.late));
    row.add(airport.average().toPlainString());
    row.add(String.valueOf(airport.worst));
    return row;
  }

  /** The rows of a CSV file below its header. */
  public static List<List<String>> csv(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      rows.add(fields(line));
    }
    return rows.subList(1, rows.size());
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
