using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace HpcVerify.Verifier.Reach;

/// <summary>
/// Formulas over the sizes of a call, as SMT-LIB over mathematical integers. Whatever is not known is a number of its own.
/// What is stated of such a number never rules out all its values, so that a question may leave out what it does not mention.
/// </summary>
internal sealed partial class SizeFormulas
{
    /// <summary>Beyond so many definitions a kernel is given up.</summary>
    private const int MostDefinitions = 100_000;

    /// <summary>Shorter texts are repeated instead of named.</summary>
    private const int ShortText = 12;

    private readonly List<Definition> _definitions = [];
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly List<string> _always = [];

    private sealed record Definition(string Text)
    {
        public List<string> Facts { get; } = [];

        public List<string> Guesses { get; } = [];
    }

    public bool IsFull => _definitions.Count > MostDefinitions;

    public static string NameOfSize(int index) => string.Create(CultureInfo.InvariantCulture, $"s{index}");

    /// <summary>The size parameter of that index.</summary>
    public WholeTerm Size(int index, BigInteger low, BigInteger high)
    {
        var size = new WholeTerm(NameOfSize(index), low, high);
        Define(size.Text, $"(declare-const {size.Text} Int)");
        _always.Add(Between(size, low, high));
        return size;
    }

    /// <summary>Holds in every question.</summary>
    public void Always(string formula) => _always.Add(formula);

    /// <summary>A number of which nothing else is known.</summary>
    public WholeTerm Fresh(BigInteger low, BigInteger high)
    {
        var name = NewName('n');
        var fresh = new WholeTerm(name, low, high);
        Define(name, $"(declare-const {name} Int)").Facts.Add(Between(fresh, low, high));
        return fresh;
    }

    /// <summary>States a fact of a number made by <see cref="Fresh"/>; whatever the numbers before it are, some value must have it.</summary>
    public void State(WholeTerm fresh, string fact) => _definitions[_positions[fresh.Text]].Facts.Add(fact);

    /// <summary>Like <see cref="State"/>, where it need not be so: only for looking for sizes.</summary>
    public void Guess(WholeTerm fresh, string fact) => _definitions[_positions[fresh.Text]].Guesses.Add(fact);

    /// <summary>Declarations, and the assertion of one formula with everything that it mentions.</summary>
    public string Question(string formula, bool withGuesses)
    {
        var needed = new SortedSet<int>();
        var pending = new Stack<string>([formula, .. _always]);
        while (pending.TryPop(out var text))
        {
            foreach (var position in NamesIn(text).Select(name => _positions[name]).Where(needed.Add))
            {
                var definition = _definitions[position];
                pending.Push(definition.Text);
                definition.Facts.ForEach(pending.Push);
                if (withGuesses)
                {
                    definition.Guesses.ForEach(pending.Push);
                }
            }
        }

        var question = new StringBuilder();
        var used = needed.Select(position => _definitions[position]).ToList();
        used.ForEach(definition => question.Append(definition.Text).Append('\n'));
        var guesses = used.SelectMany(definition => withGuesses ? definition.Guesses : []);
        foreach (var assertion in _always.Concat(used.SelectMany(definition => definition.Facts)).Concat(guesses).Append(formula))
        {
            question.Append(CultureInfo.InvariantCulture, $"(assert {assertion})\n");
        }

        return question.ToString();
    }

    private IEnumerable<string> NamesIn(string text) =>
        Name().Matches(text).Select(match => match.Value).Where(_positions.ContainsKey);

    [GeneratedRegex(@"\b[nsf][0-9]+\b")]
    private static partial Regex Name();

    private string NewName(char kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}{_definitions.Count}");

    private Definition Define(string name, string text)
    {
        var definition = new Definition(text);
        _positions.Add(name, _definitions.Count);
        _definitions.Add(definition);
        return definition;
    }

    private WholeTerm Named(string text, BigInteger low, BigInteger high)
    {
        if (low == high)
        {
            return WholeTerm.Of(low);
        }

        var name = NewName('n');
        Define(name, $"(define-fun {name} () Int {text})");
        return new(name, low, high);
    }

    private string Named(string formula)
    {
        if (formula.Length < ShortText)
        {
            return formula;
        }

        var name = NewName('f');
        Define(name, $"(define-fun {name} () Bool {formula})");
        return name;
    }
}
