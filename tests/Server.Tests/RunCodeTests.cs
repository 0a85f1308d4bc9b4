using System.Net;
using System.Text.Json;

namespace HpcVerify.Server.Tests;

/// <summary><c>/run_code</c> with the keys that verl's client sends, and programs that really run.</summary>
public sealed class RunCodeTests
{
    [Theory]
    [InlineData("cpp", "#include <iostream>\nint main() { int a, b; std::cin >> a >> b; std::cout << a + b << std::endl; }", "2 3", "Success", "Finished", 0, "5\n")]
    [InlineData("c", "#include <stdio.h>\nint main(void) { int c; while ((c = getchar()) != EOF) putchar(c); return 0; }", "é\n", "Success", "Finished", 0, "é\n")]
    [InlineData("c", "#include <stdio.h>\nint main(void) { fputs(\"out\", stdout); fputs(\"err\", stderr); return 3; }", null, "Failed", "Finished", 3, "out")]
    [InlineData("c", "int main(void) { for (;;) ; }", "", "Failed", "TimeLimitExceeded", null, "")]
    [InlineData("c", "#include <stdio.h>\nint main(void) { FILE *f = fopen(\"/work/here\", \"w\"); return f == 0 ? 7 : 0; }", "", "Failed", "Finished", 7, "")]
    public async Task AProgramIsBuiltAndRun(string language, string code, string? stdin, string status, string run, int? returned, string output)
    {
        await using var service = await Service.Start();

        var (http, body) = await service.Send("/run_code", Payload(code, language, stdin));

        Assert.Equal((HttpStatusCode.OK, status, "Finished"), (http, body.GetProperty("status").GetString(), body.GetProperty("compile_result").GetProperty("status").GetString()));
        var result = body.GetProperty("run_result");
        Assert.Equal((run, output), (result.GetProperty("status").GetString(), result.GetProperty("stdout").GetString()));
        Assert.Equal(returned, result.GetProperty("return_code") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null);
    }

    [Fact]
    public async Task WhatDoesNotCompileIsNotRun()
    {
        await using var service = await Service.Start();

        var (http, body) = await service.Send("/run_code", Payload("int main(void) { return x; }", "c", ""));

        Assert.Equal((HttpStatusCode.OK, "Failed", JsonValueKind.Null), (http, body.GetProperty("status").GetString(), body.GetProperty("run_result").ValueKind));
        Assert.Equal(1, body.GetProperty("compile_result").GetProperty("return_code").GetInt32());
        Assert.Contains("'x' undeclared", body.GetProperty("compile_result").GetProperty("stderr").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("python", "'language' is 'c' or 'cpp', and not 'python'")]
    [InlineData("", "'language' is 'c' or 'cpp'")]
    public async Task OtherLanguagesAreRefused(string language, string said)
    {
        await using var service = await Service.Start();

        var (http, body) = await service.Send("/run_code", Payload("print(1)", language, ""));

        Assert.Equal(HttpStatusCode.BadRequest, http);
        Assert.Contains(said, body.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    /// <summary>The payload of <c>call_sandbox_api</c>.</summary>
    private static string Payload(string code, string language, string? stdin) =>
        $$$"""{"compile_timeout": 10, "run_timeout": 2, "code": {{{JsonSerializer.Serialize(code)}}}, "stdin": {{{JsonSerializer.Serialize(stdin)}}}, "memory_limit_MB": 1024, "language": "{{{language}}}", "files": {}, "fetch_files": []}""";
}
