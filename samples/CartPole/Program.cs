// Reinforcement learning: a policy of 4-32-2 learns to balance a pole on a cart from nothing but for how long it stood.
//   dotnet run -c Release --project samples/CartPole -- --seed 1 --picture cart-pole.svg
// What is maximised is no loss of a network. Its gradient by the outputs is written by hand (PolicyGradient.cs); VectorJacobianProduct takes it to the parameters.
using System.CommandLine.Invocation;
using System.Globalization;
using CartPole;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var parsed = CommandLine.Create(Learning.Execute).Parse(args);
if (parsed.Action is ParseErrorAction mistakes)
    mistakes.ShowHelp = false;
return parsed.Invoke();
