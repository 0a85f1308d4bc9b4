using System.Text.Json;

namespace HpcVerify.Server.Tests;

/// <summary>The whole way, with kernels that are compiled, run and timed.</summary>
public sealed class RealServiceTests
{
    [Fact]
    public async Task KernelsAreScoredOnceAndRemembered()
    {
        await using var service = await Service.StartReal();
        var batch = new
        {
            items = new[]
            {
                new { task = Kernels.Task, completion = Kernels.Fenced(Kernels.Right) }, new { task = Kernels.Task, completion = Kernels.Right.Replace("alpha *", "", StringComparison.Ordinal) },
                new { task = Kernels.Task, completion = Kernels.Right.Replace("y[i]", "y[j]", StringComparison.Ordinal) }, new { task = Kernels.Task, completion = Kernels.Fenced(Kernels.Right) },
            },
        };

        var (_, first) = await service.Post("/v1/score", batch);
        var (_, second) = await service.Post("/v1/score", batch);

        Assert.Equal(["ok", "verification", "compile", "ok"], Each(first, "level"));
        Assert.Equal(Each(first, "reward"), Each(second, "reward"));
        Assert.Equal(Each(first, "reward")[0], Each(first, "reward")[3]);
        Assert.All(Each(second, "is_cached"), cached => Assert.Equal("True", cached));
    }

    [Fact]
    public async Task WithoutTimingWhatIsRightHasNoNumberAndWhatIsWrongHas()
    {
        await using var service = await Service.StartReal();

        var (_, body) = await service.Post("/v1/score", new
        {
            timing = false,
            items = new[] { new { task = Kernels.Task, completion = Kernels.Right }, new { task = Kernels.Task, completion = Kernels.Right.Replace("alpha *", "", StringComparison.Ordinal) } },
        });

        Assert.Equal(["untimed", "scored"], Each(body, "status"));
        Assert.Equal(["", "-10"], Each(body, "reward"));
    }

    private static List<string> Each(JsonElement body, string key) => [.. body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(key).ToString())];
}
