using System.Text;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Tests.Text;

public sealed class SourceReaderTests
{
    public static TheoryData<string, string> Refused => new()
    {
        { "HV0010", "" },
        { "HV0010", " \n\t" },
        { "HV0011", new string(' ', SourceLimits.LargestFileInBytes + 1) },
        { "HV0012", "int x;\0" },
        { "HV0014", Repeat("(", 201) },
        { "HV0014", "int f(void) {" + Repeat("if (1) ", 201) + ";}" },
        { "HV0014", "int f(void) {" + Repeat("if (1) {} else ", 1_001) + "{}}" },
        { "HV0014", "int f(void) {" + Repeat("if (1) {", 199) + Repeat("if (1) ", 20) },
        { "HV0014", "int x = " + Repeat("- ", 201) + "1;" },
        { "HV0014", "int " + Repeat("*", 201) + "p;" },
        { "HV0014", "int x = " + Repeat("(int)", 1_002) + "1;" },
        { "HV0014", "int x = 1" + Repeat("+1", 5_001) + ";" },
        { "HV0014", "int x = " + Repeat("1?2:", 501) + "3;" },
        { "HV0014", "int x[] = {" + Repeat("1,", 10_001) + "};" },
        { "HV0014", "int f(void) {" + Repeat("x: y: ", 101) + ";}" },
        { "HV0015", "int x; /* open" },
        { "HV0015", "char *x = \"open\n;" },
        { "HV0016", "// hidden\rint x;\n" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void RefusesWhatNoLaterStageCouldHandle(string rule, string code)
    {
        var (value, diagnostics) = SourceReader.ReadCode("a.c", Encoding.UTF8.GetBytes(code));
        Assert.Null(value);
        Assert.Contains(diagnostics, diagnostic => diagnostic.Rule.Id == rule);
    }

    public static TheoryData<string> Accepted => new()
    {
        "int x;\r\n",
        "\ufeffint é;\n",
        "#if 0\ndon't\n#endif\n#error can't\nint x;\n",
        "int f(void) {" + Repeat("if (1) { x(); } else { y(); }", 2_000) + "}",
        "int f(void) {" + Repeat("for (int i = 0; i < 9; i++) if (a[i]) b(i); ", 500) + "}",
        "double x[] = {" + Repeat("-1.0, ", 3_000) + "};",
        "int f(void) {" + Repeat("a[0] = (double)b * (c + d[1]) - e;", 5_000) + "}",
        "int f(int x) { switch (x) {" + Repeat("case 1: a(); break; ", 600) + "} }",
    };

    [Theory, MemberData(nameof(Accepted))]
    public void ReadsWhatPeopleAndGeneratorsWrite(string code)
    {
        var (value, diagnostics) = SourceReader.ReadCode("a.c", Encoding.UTF8.GetBytes(code));
        Assert.Empty(diagnostics);
        Assert.NotNull(value);
    }

    [Fact]
    public void NamesTheFirstByteThatIsNotUtf8()
    {
        var diagnostic = Assert.Single(SourceReader.Read("a.c", [.. "int x;"u8, 0xC3, 0x28]).Diagnostics);
        Assert.Equal("byte 6 of the file is not valid UTF-8", diagnostic.Message);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
