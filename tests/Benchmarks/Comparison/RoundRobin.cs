using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace GenNet.Benchmarks.Comparison;

/// <summary>Measures programs in turn, so that whatever else happens on the machine happens to all of them.</summary>
internal sealed class RoundRobin(double seconds, int rounds)
{
    // A JIT that works in tiers counts calls, and compiles a while after the last new one.
    private const int WarmUpCalls = 3;

    // The first iterations after a pause are slower than the others; where they are few, they are all that is measured.
    private const int LeastIterations = 10;
    private static readonly TimeSpan JitPause = TimeSpan.FromMilliseconds(150);

    /// <summary>
    /// Worker threads of a program go on spinning when their work is done. On two cores, two threads of the next program measured 1.4 times
    /// as slow after a pause of 40 ms as after one of 150 ms.
    /// </summary>
    public static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(150);

    /// <summary>For each program the seconds of an iteration, round by round.</summary>
    public double[][] Measure(IReadOnlyList<PeerProcess> programs)
    {
        int[] iterations = programs.Select(Calibrate).ToArray();
        double[][] times = programs.Select(_ => new double[rounds]).ToArray();
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < programs.Count; i++)
            {
                Thread.Sleep(Settle);
                times[i][round] = Run(programs[i], iterations[i]);
            }
        }

        return times;
    }

    /// <summary>Warms a program up and finds how many iterations fill a measurement.</summary>
    public int Calibrate(PeerProcess program)
    {
        for (int i = 0; i < WarmUpCalls; i++)
        {
            Run(program, 40);
            Thread.Sleep(JitPause);
        }

        int iterations = LeastIterations;
        while (true)
        {
            double perIteration = Run(program, iterations);
            if (perIteration * iterations >= seconds)
                return iterations;

            // At most tenfold at once: the first loops are slower than those to come.
            iterations = (int)Math.Clamp(1.1 * seconds / perIteration, iterations + 1.0, 10.0 * iterations);
        }
    }

    /// <summary>The seconds of an iteration.</summary>
    public static double Run(PeerProcess program, int iterations)
    {
        Answer answer = program.Ask(new Request("measure") { Iterations = iterations });
        return answer.Seconds / answer.Iterations;
    }
}
