// Package dealer is who the brand sells to: dealers, the facts about them, their people and addresses,
// and the audiences (客群) made of these facts.
//
// It owns the schema dealer. Levels, tags, regions, divisions (of org), the rep and the state are facts
// of a dealer; an audience is a rule over facts. Everything that is for some dealers and not for others
// points to audiences, never to a level or a region. Membership is materialised as sorted small integers
// in dealer.audience_ids by one statement for all dealers a change touches.
//
//	fact changed ─▶ upsert: facts and own membership in one statement ─▶ version steps ─▶ dealer.changed
//	rule changed ─▶ reach: membership of every dealer it moves        ─▶ version steps ─▶ dealer.changed, audience.changed
//
// It does not own logins (identity) nor who uses an audience (catalog, pricing, …).
//
// Always true: audience_ids is exactly what Rule.Match says of the stored facts, at every commit; it never
// changes without a step of the dealer's version, so a placement that saw the version saw the membership;
// a rule that can never match anybody is not stored; whoever is rep of a dealer has it in the scope.
package dealer
