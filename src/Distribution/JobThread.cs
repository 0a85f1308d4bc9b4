using System.Collections.Concurrent;

namespace HpcVerify.Distribution;

/// <summary>A thread that lives as long as its worker: what runs in a sandbox dies with the thread that started it.</summary>
internal sealed class JobThread : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];

    public JobThread(string name) => new Thread(Live) { IsBackground = true, Name = name }.Start();

    public Task<T> Run<T>(Func<T> work)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                answer.SetResult(work());
            }
            catch (Exception exception)
            {
                answer.SetException(exception);
            }
        });
        return answer.Task;
    }

    /// <summary>Lets the thread end once it has nothing to do.</summary>
    public void Dispose() => _work.CompleteAdding();

    private void Live()
    {
        foreach (var work in _work.GetConsumingEnumerable())
        {
            work();
        }
    }
}
