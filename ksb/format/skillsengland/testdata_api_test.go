package skillsengland_test

// Samples in the shape of the API, in our own words.

const beekeeper = `{
  "templateType": "Structured Apprenticeship Standard", "larsCode": 901, "referenceNumber": " st9001 ",
  "title": "Beekeeper (made up) ", "status": "Approved for delivery", "version": "1.2", "versionNumber": "1.2",
  "earliestStartDate": "2021-05-31T00:00:00", "latestStartDate": "2024-09-22T14:24:38 +00:00",
  "level": 3, "typicalDuration": 18, "maxFunding": 5000, "minimumHoursForCompliance": "605",
  "occupationCode": "occ9001", "regulatedBody": "Hive Council ", "regulated": true,
  "keywords": ["honey", " ", "bees&amp;wasps"], "typicalJobTitles": ["Apiarist", "Hive  hand"],
  "tbMainContact": "someone@example.org", "eQAProvider": {"contactName": "Someone", "contactEmail": "someone@example.org"},
  "knowledges": [
    {"knowledgeId": "11111111-0000-0000-0000-00000000000A", "detail": " How a swarm\u00a0decides\r\n where to go "},
    {"knowledgeId": "11111111-0000-0000-0000-00000000000b", "detail": "K1: what smoke does"}],
  "skills": [{"skillId": "s1", "detail": "Open a hive, calmly"}],
  "behaviours": [{"behaviourId": "b1", "detail": "Is patient"}],
  "duties": [
    {"dutyID": "d1", "dutyDetail": "Inspect hives", "isThisACoreDuty": 1,
     "mappedKnowledge": ["11111111-0000-0000-0000-00000000000a"], "mappedSkills": ["s1"], "mappedBehaviour": null, "mappedOptions": null},
    {"dutyID": "d2", "dutyDetail": "Sell honey", "isThisACoreDuty": 0,
     "mappedKnowledge": null, "mappedSkills": null, "mappedBehaviour": ["b1"], "mappedOptions": ["o1"]}],
  "options": [{"optionId": "o1", "title": "Shop keeper"}, {"optionId": "o2", "title": "Queen breeder"}],
  "coreAndOptions": true
}`

// small is a standard of one skill with what is put in.
func small(more string) string {
	return `{"referenceNumber": "ST9002", "larsCode": 0, "title": "Baker (made up)", "versionNumber": "1.0", ` +
		`"skills": [{"skillId": "s1", "detail": "Knead"}]` + more + `}`
}
