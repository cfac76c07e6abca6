namespace GenNet.Generator.Tests.Functions;

/// <summary>Whole emitted files of functions, to be read in reviews.</summary>
public class FunctionSnapshotTests
{
    [Fact]
    public void Numbers() => Verify("""
        [Differentiable(Order = 2, Graph = true)]
        public static double F(double x, double y, double z) => (x + y) * z;
        """);

    [Fact]
    public void Spans() => Verify("""
        [Differentiable]
        internal static float SquaredNorm(ReadOnlySpan<float> w, ReadOnlySpan<float> x)
        {
            float sum = 0;
            for (int i = 0; i < w.Length / x.Length; i++)
            {
                float q = 0;
                for (int j = 0; j < x.Length; j++)
                    q += w[i * x.Length + j] * x[j];
                sum += q * q;
            }

            return sum;
        }
        """);

    [Fact]
    public void Branches() => Verify("""
        [Differentiable]
        public static double Branches(double x, double y)
        {
            if (x < 0)
                return -x * y;
            double m = Math.Max(x, y);
            if (m > 2)
                m = Math.Log(m) * x;
            return m > 1 ? Math.Sqrt(m) : m / y;
        }
        """);

    [Fact]
    public void Simulation() => Verify("""
        [Differentiable]
        public static double Fall(double height, double drag, [Constant] double step, int steps)
        {
            double speed = 0;
            for (int i = 0; i < steps; i++)
            {
                height -= step * speed;
                speed += step * (9.81 - drag * speed * speed);
            }

            return height;
        }
        """);

    [Fact]
    public void Products() => Verify("""
        [Differentiable]
        private static void Running(ReadOnlySpan<double> x, Span<double> y)
        {
            y[0] = x[0];
            for (int i = 1; i < x.Length; i++)
                y[i] = y[i - 1] * Math.Sin(x[i]);
        }
        """);

    private static void Verify(string method, [System.Runtime.CompilerServices.CallerFilePath] string test = "", [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        Compiled compiled = Compiled.From($"namespace Lecture; public static partial class Lesson\n{{\n{method}\n}}");
        compiled.AssertNoProblem();
        Snapshot.Verify(compiled.Files, test, name);
    }
}
