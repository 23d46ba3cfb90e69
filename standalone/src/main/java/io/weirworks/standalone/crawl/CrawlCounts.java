package io.weirworks.standalone.crawl;

/**
 * What came of a crawl.
 *
 * @param told tables that are on lineage-service's topic
 * @param refused tables that could not be read or told
 */
public record CrawlCounts(int told, int refused) {}
