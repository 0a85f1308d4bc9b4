using System.Text;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Detectors;

/// <summary>The page that lists every rule, for people and as the record that none has disappeared.</summary>
public static class RuleCatalogue
{
    /// <summary>Id prefixes from the most special to the most general; the first that fits names the family.</summary>
    private static readonly (string Prefix, string Title)[] Families =
    [
        ("HV0", "Text and response format"),
        ("HV1", "Signature, contract, forbidden libraries and calls"),
        ("HV2", "Techniques"),
        ("HV3", "Memory"),
        ("HV4", "Concurrency"),
        ("HV5", "Equivalence and numerics"),
        ("HV7", "Reward integrity"),
        ("HV9", "Unsupported and internal"),
    ];

    public static string Markdown(IEnumerable<Rule> rules)
    {
        var page = new StringBuilder("# Rules\n\nGenerated from the rules in the code. An id is never reused and never changes meaning.\n");
        foreach (var family in rules.GroupBy(FamilyOf).OrderBy(family => family.Key, StringComparer.Ordinal))
        {
            page.Append("\n## ").Append(family.Key).Append('\n');
            foreach (var rule in family.OrderBy(rule => rule.Id, StringComparer.Ordinal))
            {
                page.Append("\n### ").Append(rule.Id).Append(": ").Append(rule.Title)
                    .Append("\n\n*").Append(Diagnostic.Word(rule.Severity)).Append("*: `").Append(rule.Message)
                    .Append("`\n\n").Append(rule.Explanation).Append('\n');
            }
        }

        return page.ToString();
    }

    private static string FamilyOf(Rule rule) =>
        Families
            .Where(family => rule.Id.StartsWith(family.Prefix, StringComparison.Ordinal))
            .Select(family => $"{family.Prefix}: {family.Title}")
            .FirstOrDefault("Other");
}
