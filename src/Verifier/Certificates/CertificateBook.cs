using System.Globalization;
using System.Text;
using HpcVerify.Verifier.Terms;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Certificates;

/// <summary>Two terms that were shown equal, and in which arithmetic.</summary>
public readonly record struct CertifiedPair(Term Expected, Term Actual, bool InReals);

/// <summary>
/// What a verification rests on beside running the kernel, as one SMT-LIB script for each property: a question for every run,
/// each to be answered <c>unsat</c>. Both sides of an equality are written out by themselves, shared inputs apart.
/// </summary>
public sealed class CertificateBook
{
    private readonly SortedDictionary<Property, StringBuilder> _scripts = [];
    private readonly SortedDictionary<Property, int> _questions = [];

    private readonly HashSet<string> _obligations = new(StringComparer.Ordinal);

    public IEnumerable<Property> Properties => _scripts.Keys;

    /// <summary>How many questions the script of a property asks.</summary>
    public int QuestionsOf(Property property) => _questions[property];

    public string ScriptOf(Property property) =>
        $"""
        ; {property}: every (check-sat) has to answer unsat.
        ; Equality over the reals says nothing of rounding: error bounds are counted, not asked about.
        (set-logic ALL)
        {BitsText.Functions}(declare-const infinity Real)
        (declare-const not_a_number Real)
        {_scripts[property]}
        """;

    /// <summary>All outputs of one run are what they should be.</summary>
    public void AddEqualities(string title, TermStore store, IReadOnlyCollection<CertifiedPair> pairs)
    {
        foreach (var group in pairs.Distinct().GroupBy(pair => pair.InReals))
        {
            var text = new StringBuilder();
            var declared = new HashSet<string>(StringComparer.Ordinal);
            var claims = new List<string>();
            foreach (var (expected, actual, inReals) in group)
            {
                Action<StringBuilder, TermStore, Term, string, HashSet<string>> append = inReals ? RealText.Append : BitsText.Append;
                Func<TermStore, Term, string, string> name = inReals ? RealText.Name : BitsText.Name;
                append(text, store, expected, "e", declared);
                append(text, store, actual, "a", declared);
                claims.Add($"(not (= {name(store, expected, "e")} {name(store, actual, "a")}))");
            }

            Ask(Property.Equivalence, $"{title}, {(group.Key ? "over the reals" : "bit for bit")}", text, $"(or false {string.Join(' ', claims)})");
        }
    }

    /// <summary>What holds for all contents. Of conditions that differ in the elements they are about, the first stands for all.</summary>
    public void AddObligation(Property property, string title, TermStore store, Term mustHold)
    {
        var (text, name) = BitsText.Numbered(store, mustHold);
        if (_obligations.Add(text))
        {
            Ask(property, $"{title}, and alike for other elements", new(text), $"(not {name})");
        }
    }

    private void Ask(Property property, string title, StringBuilder definitions, string claim)
    {
        if (!_scripts.TryGetValue(property, out var script))
        {
            _scripts[property] = script = new();
        }

        _questions[property] = _questions.GetValueOrDefault(property) + 1;
        script.Append(CultureInfo.InvariantCulture, $"(push 1)\n; {title}\n{definitions}(assert {claim})\n(check-sat)\n(pop 1)\n");
    }
}
