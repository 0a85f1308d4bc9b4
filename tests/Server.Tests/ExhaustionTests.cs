using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace HpcVerify.Server.Tests;

/// <summary>Callers who would use up the service's memory or its connections. Alone in their process meanwhile, because they look at its memory.</summary>
[CollectionDefinition(Name, DisableParallelization = true), Collection(Name)]
public sealed class ExhaustionTests
{
    private const string Name = "memory of the process";

    private const int Mebibyte = 1 << 20, Chunk = 1 << 16, Megabytes = 100, Callers = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task AHundredMegabytesWhoseLengthNobodySaidAreRefusedAndNotKept()
    {
        const int Times = 4;
        await using var service = await Service.Start();
        await Refused(service, "");
        var before = Settled();

        for (var time = 0; time < Times; time++)
        {
            await Refused(service, "");
        }

        Assert.InRange(Settled() - before, long.MinValue, 8L * Mebibyte);
    }

    /// <summary>One value is held until it is too long, in a buffer that the runtime keeps for a while.</summary>
    [Fact]
    public async Task AHundredMegabytesOfOneValueAreRefused()
    {
        await using var service = await Service.Start();

        await Refused(service, "{\"items\": [{\"task\": \"axpy\", \"completion\": \"");

        Assert.Equal(HttpStatusCode.OK, (await service.Send("/v1/score", """{"items": []}""")).Status);
    }

    /// <summary>As long as a body may be: in the length of the text, and in that of the escapes in it.</summary>
    [Theory]
    [InlineData("x")]
    [InlineData("\\n")]
    [InlineData("é")]
    public async Task OneLongTextIsNotKept(string letter)
    {
        await using var service = await Service.Start();
        await service.Send("/v1/score", """{"items": [{"task": "axpy", "completion": "no"}]}""");
        var open = new List<TcpClient>();
        var before = Settled();

        await Long();

        // What goes on here is otherwise called by what has ended there, and holds it.
        await Task.Delay(1);
        Assert.InRange(Settled() - before, long.MinValue, 8L * Mebibyte);
        open.ForEach(client => client.Dispose());

        // In a call of its own, so that nothing of it is held here.
        async Task Long()
        {
            var text = string.Concat(Enumerable.Repeat(letter, 31 * Mebibyte / Encoding.UTF8.GetByteCount(letter)));
            Assert.Equal("HTTP/1.1 200", await Sent(open, service, $$"""{"prompt": "", "response": "{{text}}", "label": "axpy"}"""));
            Assert.Equal("HTTP/1.1 400", await Sent(open, service, $$"""{"prompt": "", "response": "", "label": "{{text}}"}"""));
        }
    }

    [Fact]
    public async Task WhoDoesNotReadTheAnswerIsCutOff()
    {
        await using var service = await Service.Start(options => options with { SlowestReader = 16 * Mebibyte, ReaderGrace = TimeSpan.FromSeconds(2) });
        var body = Encoding.ASCII.GetBytes($$"""{"responses_create_params": {"input": "{{new string('x', 24 * Mebibyte)}}"}, "response": {"output": []}, "verifier_metadata": "axpy"}""");
        using var client = await Connect(service, string.Create(CultureInfo.InvariantCulture, $"POST /verify HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"));
        await client.GetStream().WriteAsync(body);
        using var limit = new CancellationTokenSource(Patience);

        await Task.Delay(TimeSpan.FromSeconds(6), limit.Token);

        var (read, buffer) = (0L, new byte[Chunk]);
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (await client.GetStream().ReadAsync(buffer, limit.Token) is > 0 and var length)
            {
                read += length;
            }

            throw new IOException(read < body.Length ? "the answer ends too soon" : throw new InvalidOperationException("all of it came"));
        });
    }

    [Fact]
    public async Task MemoryIsFreeAgainAfterAThousandCallersAtOnce()
    {
        await using var service = await Service.Start();
        await Crowd(service, 0);
        var before = Settled();

        await Crowd(service, 1);

        // A connection that is kept costs some tens of kilobytes, a submission about one.
        Assert.InRange(Settled() - before, long.MinValue, 8L * Mebibyte);
    }

    [Theory]
    [InlineData("POST /v1/score HTTP/1.1\r\nHost: x\r\nX-Slow: ")]
    [InlineData("POST /v1/score HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{")]
    public async Task WhoSendsAByteNowAndThenIsCutOff(string begin)
    {
        await using var service = await Service.Start(options => options with { HeadTime = TimeSpan.FromSeconds(2) });
        using var client = await Connect(service, begin);
        var answer = Answer(client);

        await UntilCutOff(client);

        Assert.StartsWith("HTTP/1.1 408", await answer, StringComparison.Ordinal);
    }

    /// <summary>The status of an answer; the connection stays open.</summary>
    private static async Task<string> Sent(List<TcpClient> open, Service service, string body)
    {
        var client = await Connect(service, string.Create(CultureInfo.InvariantCulture, $"POST /rm HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n"));
        open.Add(client);

        // The last byte by itself: a socket holds what was sent last, and this one is of this process, too.
        var bytes = Encoding.UTF8.GetBytes(body);
        await client.GetStream().WriteAsync(bytes.AsMemory(0, bytes.Length - 1));
        await client.GetStream().WriteAsync("}"u8.ToArray());
        return (await Answer(client))[.."HTTP/1.1 200".Length];
    }

    /// <summary>Sends until it is cut off, and is told why.</summary>
    private static async Task Refused(Service service, string begin)
    {
        using var client = await Connect(service, "POST /v1/score HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        var answer = Answer(client);
        var (first, next) = (Chunked(begin + new string(' ', Chunk)), Chunked(new string(' ', Chunk)));
        var sent = 0L;
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            for (; sent < (long)Megabytes * Mebibyte; sent += Chunk)
            {
                await client.GetStream().WriteAsync(sent == 0 ? first : next, limit.Token);
            }
        }
        catch (IOException)
        {
            // The service has closed the connection.
        }

        var text = await answer;
        Assert.StartsWith("HTTP/1.1 413", text, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", text, StringComparison.Ordinal);

        // What is sent beyond the limit lies in buffers of sockets.
        Assert.InRange(sent, new ServerOptions("").LargestBody, new ServerOptions("").LargestBody + (32L * Mebibyte));
    }

    private static byte[] Chunked(string text) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{text.Length:x}\r\n{text}\r\n"));

    /// <summary>All at once, with connections of their own which they close, and with kernels that nobody else sends.</summary>
    private static async Task Crowd(Service service, int crowd)
    {
        using var client = service.NewClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Service.Token);
        var statuses = await Task.WhenAll(Enumerable.Range(0, Callers).Select(async number =>
        {
            var item = new { task = Kernels.Task, completion = number % 10 == 0 ? Kernels.Numbered((crowd * Callers) + number) : Kernels.Rejected((crowd * Callers) + number) };
            using var content = new StringContent(JsonSerializer.Serialize(new { items = new[] { item } }), Encoding.UTF8, "application/json");
            using var response = await client.PostAsync(new Uri("/v1/score", UriKind.Relative), content);
            return response.StatusCode;
        }));
        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
    }

    /// <summary>Bytes in use once the rest is collected; what is in use for a moment only is waited for.</summary>
    private static long Settled()
    {
        const int Looks = 5;
        return Enumerable.Range(0, Looks).Min(_ =>
        {
            Thread.Sleep(100);
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            return GC.GetTotalMemory(forceFullCollection: true);
        });
    }

    private static async Task<TcpClient> Connect(Service service, string begin)
    {
        var client = new TcpClient { ReceiveBufferSize = Chunk };
        await client.ConnectAsync(service.Address.Host, service.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begin.Replace("TOKEN", Service.Token, StringComparison.Ordinal)));
        return client;
    }

    private static async Task<string> Answer(TcpClient client)
    {
        using var limit = new CancellationTokenSource(Patience);
        var buffer = new byte[Chunk];
        return Encoding.ASCII.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer, limit.Token));
    }

    private static async Task UntilCutOff(TcpClient client)
    {
        var space = " "u8.ToArray();
        using var limit = new CancellationTokenSource(Patience);
        await Assert.ThrowsAsync<IOException>(async () =>
        {
            for (; ; await Task.Delay(100, limit.Token))
            {
                await client.GetStream().WriteAsync(space, limit.Token);
            }
        });
    }
}
