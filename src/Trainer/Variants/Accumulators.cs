namespace HpcVerify.Trainer.Variants;

/// <summary>The sums of a register block: one variable, variables with numbers, or an array with loops over it.</summary>
internal sealed class Accumulators(KernelText kernel, Lanes lanes)
{
    private Recipe Recipe => kernel.Recipe;

    private string Name => kernel.Style.Sum;

    /// <summary>Whether the sum is declared outside of all loops, and there is the mistake.</summary>
    private bool IsOutside => Recipe.Fault is Fault.NotReset or Fault.MissingPrivate;

    public bool IsArray => Recipe.Accumulators > 1 && !Recipe.HasNames;

    /// <summary>The sum of a row and a column, each a number or the counter of a loop.</summary>
    public string Of(string u, string v) =>
        Recipe.Accumulators == 1 ? Name
        : IsArray ? $"{Name}{(Recipe.Rows > 1 ? $"[{u}]" : "")}{(Recipe.Columns > 1 ? $"[{v}]" : "")}"
        : $"{Name}{(Recipe.Rows > 1 ? u : "")}{(Recipe.Columns > 1 ? v : "")}";

    /// <summary>The sum of a row, over all its vectors and their lanes.</summary>
    public string Total(string u) => lanes.Sum(Enumerable.Range(0, Recipe.Columns).Select(v => Of(u, $"{v}")).Aggregate(lanes.Add));

    /// <summary>Declares the sum where it is that of all elements by mistake.</summary>
    public void BeginOutside(CodeBlock code)
    {
        if (IsOutside)
        {
            code.Line($"{lanes.Type} {Name}{(kernel.Has(Fault.NotReset) ? $" = {lanes.Zero}" : "")};");
        }
    }

    /// <summary>Declares the sums, and gives them their first value: what <paramref name="first"/> says of each, else zero.</summary>
    public void Begin(CodeBlock code, Func<string, string, string>? first)
    {
        var type = lanes.Type;
        var isUnset = kernel.Has(Fault.Uninitialised);
        if (IsArray)
        {
            var extents = $"{(Recipe.Rows > 1 ? $"[{Recipe.Rows}]" : "")}{(Recipe.Columns > 1 ? $"[{Recipe.Columns}]" : "")}";
            if (!lanes.IsVector && first is null && !isUnset)
            {
                code.Line($"{type} {Name}{extents} = {{ 0 }};");
                return;
            }

            code.Line($"{type} {Name}{extents};");
            if (!isUnset)
            {
                Each(code, (at, u, v) => at.Line($"{Of(u, v)} = {first?.Invoke(u, v) ?? lanes.Zero};"));
            }

            return;
        }

        if (!kernel.Has(Fault.NotReset))
        {
            Each(code, (at, u, v) => at.Line($"{(IsOutside ? "" : $"{type} ")}{Of(u, v)}{(isUnset ? "" : $" = {first?.Invoke(u, v) ?? lanes.Zero}")};"));
        }
    }

    /// <summary>Something for each sum: once for each where they have names, else in a loop.</summary>
    public void Each(CodeBlock code, Action<CodeBlock, string, string> write) => Rows(code, (row, u) => Columns(row, (column, v) => write(column, u, v)));

    public void Rows(CodeBlock code, Action<CodeBlock, string> write) => Along(code, Recipe.Rows, kernel.Style.Copies.U, write);

    public void Columns(CodeBlock code, Action<CodeBlock, string> write) => Along(code, Recipe.Columns, kernel.Style.Copies.V, write);

    private void Along(CodeBlock code, int count, string counter, Action<CodeBlock, string> write)
    {
        if (IsArray && count > 1)
        {
            code.For(counter, "0", $"{count}", 1, kernel.Style, body => write(body, counter));
            return;
        }

        for (var copy = 0; copy < count; copy++)
        {
            write(code, $"{copy}");
        }
    }
}
