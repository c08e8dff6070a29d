package rpl

import "github.com/skillgap-go/skillgap/ksb"

// RuleSets returns the rules of the English apprenticeship funding rules as far as they
// are known here, by the day of the start. It may be changed or added to by the caller.
func RuleSets() []RuleSet {
	return []RuleSet{before2022(), year2022(), years2023(), year2025(), year2026()}
}

// day is a day that is written in this file.
func day(s string) ksb.Date {
	d, _ := ksb.ParseDate(s)
	return d
}

// Where the rules are written, or quoted where their own text could not be opened.
const (
	providerRules = "https://www.gov.uk/guidance/apprenticeship-funding-rules-for-training-providers/what-is-an-apprenticeship"
	help          = "https://customerhelp.education.gov.uk post "
	helpDesk      = "the Department's help desk, post "
	quotedHours   = "the Department's rules as quoted by City & Guilds, onefile and feweek.co.uk"
	quotedBefore  = "the funding rules of the time, not opened; Healthcare Apprenticeship Standards Online on off-the-job training"
	duration      = "gatewayqualifications.org.uk on the minimum duration before and from August 2025"
)

func before2022() RuleSet {
	edition := "apprenticeship funding rules for starts from May 2017 to July 2022"
	return RuleSet{
		ID: "2017", From: day("2017-05-01"), Until: day("2022-07-31"), Edition: edition, Source: quotedBefore,
		Hours: FifthOfContract, MinimumMonths: 12, Unconfirmed: true,
		Rules: append(methodRules(edition),
			Rule{RuleReduction, "Content that is not needed is left out of the hours, the duration and the price.", edition, quotedBefore},
			Rule{RuleMinimumHours, "At least 20% of the contracted hours, without statutory leave, are off-the-job training.", edition, quotedBefore},
			Rule{RuleMinimumDuration, "At least 12 months.", edition, duration},
			Rule{RulePrice, "The price has to fall; these rules do not say by how much.", edition, quotedBefore},
			Rule{RuleFunding, "No more than the maximum of the funding band is fundable.", edition, quotedBefore},
			Rule{RuleEvidence, "Prior learning is assessed before the start, and the outcome is kept.", edition, quotedBefore}),
	}
}

func year2022() RuleSet {
	edition := "apprenticeship funding rules 2022 to 2023"
	return RuleSet{
		ID: "2022", From: day("2022-08-01"), Until: day("2023-07-31"), Edition: edition, Source: providerRules,
		Hours: SixHoursAWeek, MinimumMonths: 12, HasPriceFloor: true, Limits: ServiceLimits(),
		Rules: append(sixHourRules(edition),
			Rule{RuleReduction, "Content that is not needed is shown as off-the-job hours; hours, duration and price fall. If the duration cannot fall, the price still does, and the minimum hours are still met.", edition, providerRules + ", P24; P25.4.1 in " + helpDesk + "6740582493586"},
			Rule{RulePrice, "The price falls by at least half of the share of the hours that are not needed, counted on the maximum of the funding band.", edition, providerRules + ", P24.5.1-2; P106.3 in " + helpDesk + "8168652421138"},
			Rule{RuleFunding, "The maximum of the funding band less the cut is the most that is fundable; what exceeds it is between provider and employer.", edition, "P106.3 in " + helpDesk + "8168652421138 and 8172229453202"}),
	}
}

func years2023() RuleSet {
	edition := "apprenticeship funding rules 2023 to 2024 and 2024 to 2025"
	return RuleSet{
		ID: "2023", From: day("2023-08-01"), Until: day("2025-07-31"), Edition: edition, Source: help + "23742164195218",
		Hours: SixHoursAWeek, MinimumMonths: 12, HasPriceFloor: true, Limits: ServiceLimits(),
		Rules: append(sixHourRules(edition), reducedRules(edition, "28.1 in "+help+"23742164195218; 29.1.2 in "+help+"15456790320914", "as P24.5.1-2 and P106.3 in 2022 to 2023; "+help+"23742164195218")...),
	}
}

func year2025() RuleSet {
	edition := "apprenticeship funding rules 2025 to 2026, version 2 of 15 July 2025"
	return RuleSet{
		ID: "2025", From: day("2025-08-01"), Until: day("2026-07-31"), Edition: edition, Source: helpDesk + "35197244346770",
		Hours: PublishedMinimum, MinimumMonths: 8, MinimumMinutes: 187 * 60, HasPriceFloor: true, Limits: ServiceLimits(),
		Rules: append(publishedRules(edition), reducedRules(edition, "as 28.1 and 29.1.2 in 2023 to 2025, in "+help+"23742164195218 and 15456790320914", "35.2 in "+helpDesk+"35197244346770")...),
	}
}

func year2026() RuleSet {
	s := year2025()
	s.ID, s.From, s.Until, s.Unconfirmed = "2026", day("2026-08-01"), day("2027-07-31"), true
	s.Edition = "apprenticeship funding rules 2026 to 2027, version 1 of 15 June 2026; taken to be as in the year before"
	rules := append(publishedRules(s.Edition), reducedRules(s.Edition, "as in 2025 to 2026: "+help+"23742164195218 and 15456790320914", "as 35.2 in 2025 to 2026: "+helpDesk+"35197244346770")...)
	s.Rules = rules
	return s
}

// reducedRules are those on what falls with the hours, from August 2023.
func reducedRules(edition, reduction, price string) []Rule {
	return []Rule{
		{RuleReduction, "Content that is not needed is shown as off-the-job hours; hours, duration and price fall. If the duration cannot fall, the price still does, and the minimum hours are still met.", edition, reduction},
		{RulePrice, "The price falls by at least half of the share of the hours that are not needed, counted on the maximum of the funding band.", edition, price},
		{RuleFunding, "The maximum of the funding band less the cut is the most that is fundable; what exceeds it is between provider and employer.", edition, price},
	}
}

func sixHourRules(edition string) []Rule {
	return append(serviceRules(edition),
		Rule{RuleMinimumHours, "At least six hours a week of off-the-job training, or 20% of the contracted hours of whoever works less than 30, without statutory leave of 5.6 weeks a year.", edition, "a provider's guide quoting the Department, 2023; support.bud.co.uk for fewer than 30 hours"},
		Rule{RuleMinimumDuration, "At least 12 months.", edition, duration})
}

func publishedRules(edition string) []Rule {
	return append(serviceRules(edition),
		Rule{RuleMinimumHours, "At least the hours published for the standard; less for evidenced prior learning, and never below 187 hours.", edition, quotedHours},
		Rule{RuleMinimumDuration, "At least 8 months.", edition, duration})
}

// serviceRules are what the official service does since it asks for prior learning.
func serviceRules(edition string) []Rule {
	service := "das-commitments and das-coursetypes-api, as of August 2026"
	return append(methodRules(edition),
		Rule{RuleService, "The service takes whole hours, divides before it multiplies, and rounds down to whole pounds.", service, "https://github.com/SkillsFundingAgency/das-commitments at 4e16a2df"},
		Rule{RuleLimits, "What the service accepts for recognition of prior learning.", service, "https://github.com/SkillsFundingAgency/das-commitments at 4e16a2df; das-coursetypes-api at 667afa2e"},
		Rule{RuleEvidence, "A skills scan, a review of qualifications and a discussion between apprentice, employer and provider; the outcome goes into the evidence pack and the training plan.", edition, "https://www.gov.uk/government/publications/apprenticeships-recognition-of-prior-learning"})
}

// methodRules are practices of the field: the funding rules prescribe none.
func methodRules(edition string) []Rule {
	return []Rule{
		{RuleActivity, "Only what can really be left out counts: an activity goes if every statement it teaches is met.", "practice; the rules prescribe no method (" + edition + ")", help + "15456790320914 and 23742164195218"},
		{RuleBinary, "The hours of each statement that is met go; an activity's hours are split equally among its statements.", "practice; the rules prescribe no method (" + edition + ")", help + "23742164195218"},
		{RuleSliding, "Of the hours of each statement the share that is shown goes.", "practice; the rules prescribe no method (" + edition + ")", help + "23742164195218"},
	}
}
