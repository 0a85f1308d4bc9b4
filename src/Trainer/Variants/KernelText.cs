using System.Text;

namespace HpcVerify.Trainer.Variants;

/// <summary>A kernel while it is written: what it includes, what helps it, and its body.</summary>
internal sealed class KernelText(Recipe recipe, Style style)
{
    private readonly SortedSet<string> _headers = new(StringComparer.Ordinal);
    private readonly List<string> _helpers = [];

    public Recipe Recipe { get; } = recipe;

    public Style Style { get; } = style;

    public CodeBlock Body { get; } = new();

    /// <summary>Whether the last vector has a mask, as it should where the recipe has it so.</summary>
    public bool IsMasked => Recipe.Tail == Tail.Mask && !Has(Fault.MissingMask);

    public bool Has(Fault fault) => Recipe.Fault == fault;

    /// <summary>Where the loop over so many rows ends, which a fault may shift by one.</summary>
    public string EndOf(string rows) => Recipe.Fault switch
    {
        Fault.ShortLoop => $"{rows} - 1",
        Fault.LongLoop => $"{rows} + 1",
        _ => rows,
    };

    public void Include(string header) => _headers.Add(header);

    /// <summary>A declaration in front of the kernel, once.</summary>
    public void Help(string helper)
    {
        if (!_helpers.Contains(helper))
        {
            _helpers.Add(helper);
        }
    }

    public string Print(string signature)
    {
        var text = new StringBuilder();
        foreach (var header in _headers)
        {
            text.Append("#include <").Append(header).Append(">\n");
        }

        if (_headers.Count > 0)
        {
            text.Append('\n');
        }

        foreach (var helper in _helpers)
        {
            text.Append(helper).Append("\n\n");
        }

        return text.Append(signature).Append("\n{\n").Append(Body.Print(Style)).Append("}\n").ToString();
    }
}
