// Package esco reads ESCO, the European classification of occupations and skills, from
// the CSV files that the European Commission publishes and from those of Tabiya, which
// have the same content under other column names.
//
// The files of one edition lie in one folder and become one framework: [DetectFS] and
// [ReadFS] take the folder, [Read] a single file of occupations, skills or groups. What
// a file is, its columns say; its name only says that it belongs to the set.
//
// # Identity
//
// A concept is named by its URI. The IDs of a Tabiya file ("key_17") hold within their
// own export and only resolve references. A local occupation that shares the URI of the
// ESCO occupation it was copied from is named by the oldest UUID of its history,
// "urn:uuid:…". A concept with neither is named by the ID of its file. Both are
// reported, since neither is what ESCO publishes.
//
// # Occupations
//
// An occupation is a role with the code ESCO (its code, or its URI where the file has
// none) and, where it has four digits, ISCO08. Alternative labels are aliases, hidden
// labels keywords. It has no duties, since ESCO publishes none. An essential skill is a critical requirement of
// weight 1, an optional one a requirement of weight 0.5 that is not critical, so that
// two optional skills count as much as one essential. A relation that says neither is
// reported and asks for nothing.
//
// # Skills
//
// The skill types are knowledge (knowledge), skill/competence and language (skill) and
// attitude (behaviour); where there is none nothing is guessed, and Compile reports the
// statement. The text is the preferred label and the scale that of two rungs: ESCO
// grades nothing. Nor does it publish codes of skills, and nobody can say or write down
// a URI: the code is the last part of the URI, of a UUID its first eight digits. Skills
// that share these have the whole UUID. A code is a label; the URI is the identity.
//
// # Relations
//
// Groups keep their hierarchy; a group below several others has the first by ID as its
// parent and is a member of the rest. An occupation with narrower occupations is also a
// group, of its own ID. A skill below a skill is a link to the broader one. A skill that
// is essential to another is its prerequisite; one that is merely useful to it is linked
// to it as close, which nobody has confirmed.
//
// A collection is a group named after its file. That it repeats broader concepts adds
// nothing to the tables of broader relations and is not read.
//
// # What is not kept
//
// A framework has no place for descriptions and definitions, for the alternative labels
// of skills and groups, nor for scope notes, dates, reuse levels and signalling values.
// Each file that has something in such a column is one problem that wraps [ErrNoPlace]
// and names its columns. A description is not made a duty: it is no part of the work that
// can be weighed or shown, it maps to no skill, and in a report it would stand as a duty
// that nobody can ever fulfil.
package esco
