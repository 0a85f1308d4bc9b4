using System.Text;

namespace HpcVerify.Trainer.Variants;

/// <summary>Statements of C in a row: lines, and headers with a block of their own.</summary>
internal sealed class CodeBlock
{
    private readonly List<(string Text, CodeBlock? Body)> _statements = [];

    public void Line(string text) => _statements.Add((text, null));

    /// <summary>A header such as <c>for (…)</c> with what it governs.</summary>
    public void Nest(string header, Action<CodeBlock> write)
    {
        var body = new CodeBlock();
        write(body);
        _statements.Add((header, body));
    }

    /// <summary><c>for (int index = start; index &lt; end; index += step)</c></summary>
    public void For(string index, string start, string end, int step, Style style, Action<CodeBlock> write) =>
        Nest($"for (int {index} = {start}; {index} < {end}; {style.Advance(index, step)})", write);

    /// <summary>The same with a counter that is declared already and goes on where it is, as long as a whole step is left.</summary>
    public void While(string index, string end, int step, Style style, Action<CodeBlock> write) =>
        Nest(step == 1 ? $"for (; {index} < {end}; {style.Advance(index, 1)})" : $"for (; {index} + {step} <= {end}; {style.Advance(index, step)})", write);

    /// <summary>The text, four columns for each level; braces around single statements as the style has them.</summary>
    public string Print(Style style)
    {
        var text = new StringBuilder();
        Print(text, 1, style);
        return text.ToString();
    }

    private void Print(StringBuilder text, int level, Style style)
    {
        const int Columns = 4;
        foreach (var (line, body) in _statements)
        {
            text.Append(' ', level * Columns).Append(line);
            if (body is null)
            {
                text.Append('\n');
            }
            else if (body._statements.Count == 1 && !style.BracesAlways && line.Length > 0)
            {
                text.Append('\n');
                body.Print(text, level + 1, style);
            }
            else
            {
                text.Append(line.Length > 0 ? " {\n" : "{\n");
                body.Print(text, level + 1, style);
                text.Append(' ', level * Columns).Append("}\n");
            }
        }
    }
}
