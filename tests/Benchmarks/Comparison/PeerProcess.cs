using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;

namespace GenNet.Benchmarks.Comparison;

/// <summary>A program that is compared, running and waiting for requests. It measures itself, with its own clock.</summary>
internal sealed class PeerProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _complaints = new();

    public PeerProcess(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = Process.Start(start) ?? throw new PeerException($"{start.FileName} did not start.");
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
                _complaints.Enqueue(text);
        };
        _process.BeginErrorReadLine();
        Hello = Receive();
    }

    /// <summary>Who it is.</summary>
    public Answer Hello { get; }

    public string Name => Hello.Name!;

    public Answer Ask(Request request)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(request, PeerJson.Default.Request));
        _process.StandardInput.Flush();
        Answer answer = Receive();
        return answer.Error is null ? answer : throw new PeerException($"{Name}, asked for {request.Op}: {answer.Error}");
    }

    public void Dispose()
    {
        try
        {
            _process.StandardInput.WriteLine(JsonSerializer.Serialize(new Request("quit"), PeerJson.Default.Request));
            _process.StandardInput.Close();
            if (!_process.WaitForExit(2000))
                _process.Kill();
        }
        catch (Exception gone) when (gone is System.IO.IOException or InvalidOperationException)
        {
            // It has ended before.
        }

        _process.Dispose();
    }

    private Answer Receive()
    {
        if (_process.StandardOutput.ReadLine() is { } line)
            return JsonSerializer.Deserialize(line, PeerJson.Default.Answer)!;
        _process.WaitForExit();
        throw new PeerException($"{_process.StartInfo.FileName} ended with code {_process.ExitCode}: {string.Join(" | ", _complaints.TakeLast(5))}");
    }
}

/// <summary>A compared program failed.</summary>
internal sealed class PeerException(string message) : Exception(message);
