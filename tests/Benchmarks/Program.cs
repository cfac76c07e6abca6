// dotnet run -c Release --project tests/Benchmarks -- compare        GenNet and its peers, in turn
// dotnet run -c Release --project tests/Benchmarks -- kernels        BenchmarkDotNet; its arguments follow
using System.CommandLine;
using System.Globalization;
using System.Linq;
using BenchmarkDotNet.Running;
using GenNet.Benchmarks.Compare;
using GenNet.Benchmarks.Mnist;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["kernels", ..])
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Skip(1).ToArray());
    return 0;
}

return new RootCommand("The project's benchmarks; 'kernels' runs BenchmarkDotNet.") { CompareCommand.Create(), MnistCommand.Create(), MnistCommand.CreateTraining() }
    .Parse(args).Invoke();
