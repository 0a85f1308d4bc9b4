using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.TestKit;

namespace HpcVerify.Parser.Tests.Kernels;

/// <summary>Statements of C in a function with variables of all kinds, and what they are lowered to.</summary>
internal static class Lowered
{
    private const string Around = """
        int state;
        int writer(int a) { return state += a; }
        static int pure(int a) { return a + 1; }
        void sink(int a, int b) { state = a + b; }
        void f(int i, int j, int n, long m, unsigned u, char c, float g, double d, double *x, double *y) {
        """;

    public static Checked<Module> Module(string code) => Lowering.Lower(FrontEndForTests.Parse(code).Value);

    public static KernelFunction Function(string body) => Module($"{Around}\n{body}\n}}\n").Value.Function("f")!;

    /// <summary>The printed body on one line, without its braces.</summary>
    public static string Text(string body)
    {
        var lines = KernelPrinter.Print(Function(body)).Split('\n').Skip(2).Select(line => line.Trim()).Where(line => line.Length > 0);
        return string.Join(' ', lines.SkipLast(1));
    }

    public static IEnumerable<string> Pragmas(string body) =>
        KernelPrinter.Print(Function(body)).Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("#pragma", StringComparison.Ordinal));

    public static IEnumerable<string> Gaps(string body) =>
        KernelWalk.DescendantsAndSelf(Function(body).Body!).Select(node => node switch
        {
            KernelStatement.Unsupported statement => statement.Reason,
            Value.Unsupported value => value.Reason,
            Place.Unsupported place => place.Reason,
            _ => null,
        }).OfType<string>();
}
